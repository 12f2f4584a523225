package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A tag that source servers of a protection group must have. */
public final class TagEntry extends AbstractDescribableImpl<TagEntry> implements DocumentEntry.Named {
    private final String key;
    private String value = "";

    @DataBoundConstructor
    public TagEntry(String key) {
        this.key = Text.orEmpty(key);
    }

    static List<TagEntry> list(Map<?, ?> tags) {
        List<TagEntry> entries = new ArrayList<>();
        tags.forEach((key, value) -> {
            TagEntry entry = new TagEntry(String.valueOf(key));
            entry.setValue(String.valueOf(value));
            entries.add(entry);
        });
        return entries;
    }

    @Override
    public String name() {
        return key;
    }

    @Override
    public Object value() {
        return value;
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
