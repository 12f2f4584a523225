package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.model.Descriptor;
import hudson.util.FormValidation;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Describes the form of an entry. */
public abstract class DocumentEntryDescriptor<T extends DocumentEntry<T>> extends Descriptor<T> {
    @POST
    public FormValidation doCheckFurtherFields(@QueryParameter String value) {
        return FurtherFields.check(value);
    }
}
