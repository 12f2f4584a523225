package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** A parameter of an automation with its values. */
public final class ParameterEntry extends AbstractDescribableImpl<ParameterEntry> implements DocumentEntry.Named {
    private final String name;
    private List<String> values = new ArrayList<>();

    @DataBoundConstructor
    public ParameterEntry(String name) {
        this.name = Text.orEmpty(name);
    }

    static List<ParameterEntry> list(Map<?, ?> parameters) {
        List<ParameterEntry> entries = new ArrayList<>();
        parameters.forEach((name, values) -> {
            ParameterEntry entry = new ParameterEntry(String.valueOf(name));
            entry.values = Text.list(values);
            entries.add(entry);
        });
        return entries;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Object value() {
        return values;
    }

    public String getName() {
        return name;
    }

    /** In their order; a parameter of one text has one. */
    public List<String> getValues() {
        return values;
    }

    @DataBoundSetter
    public void setValues(List<String> values) {
        this.values = Forms.copy(values);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsParameter")
    public static final class DescriptorImpl extends Descriptor<ParameterEntry> {
        @Override
        public String getDisplayName() {
            return Messages.parameter();
        }

        /** The form has a block for each value. */
        @Override
        public ParameterEntry newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            List<String> values = Forms.column(form, "values", "value");
            ParameterEntry entry = (ParameterEntry) super.newInstance(request, form);
            entry.setValues(values);
            return entry;
        }
    }
}
