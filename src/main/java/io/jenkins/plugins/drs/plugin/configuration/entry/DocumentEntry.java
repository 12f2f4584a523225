package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.model.AbstractDescribableImpl;
import org.kohsuke.stapler.DataBoundSetter;

/** An entry that keeps fields which this version does not know. */
public abstract class DocumentEntry<T extends DocumentEntry<T>> extends AbstractDescribableImpl<T> implements Entry {
    private String furtherFields;

    public final String getFurtherFields() {
        return furtherFields;
    }

    /** A JSON object; null or empty for none. Anything else is refused when the entry becomes part of a document. */
    @DataBoundSetter
    public final void setFurtherFields(String furtherFields) {
        this.furtherFields = FurtherFields.kept(furtherFields);
    }
}
