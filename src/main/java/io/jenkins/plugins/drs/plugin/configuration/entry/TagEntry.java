package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A tag that source servers of a protection group must have. */
public final class TagEntry extends AbstractDescribableImpl<TagEntry> {
    private final String key;
    private String value = "";

    @DataBoundConstructor
    public TagEntry(String key) {
        this.key = Text.orEmpty(key);
    }

    public String getKey() {
        return key;
    }

    public String getValue() {
        return value;
    }

    @DataBoundSetter
    public void setValue(String value) {
        this.value = Text.orEmpty(value);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsTag")
    public static final class DescriptorImpl extends Descriptor<TagEntry> {
        @Override
        public String getDisplayName() {
            return Messages.tag();
        }
    }
}
