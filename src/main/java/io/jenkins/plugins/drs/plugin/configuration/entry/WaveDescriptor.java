package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.RelativePath;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The form of a wave. */
public abstract class WaveDescriptor extends DocumentEntryDescriptor<WaveEntry> {
    /** Starts after the wave before it in the plan. */
    static final String AFTER_PREVIOUS = "previous";

    /** Starts at once. */
    static final String AT_ONCE = "atOnce";

    /** Starts after waves that it names. */
    static final String AFTER_WAVES = "waves";

    /** The form asks first when the wave starts, and lists groups and waves in blocks. */
    @Override
    public WaveEntry newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
        List<String> groups = Forms.column(form, "protectionGroupNames", "protectionGroup");
        List<String> waves = Forms.column(form, "dependsOn", "dependency");
        String start = form.remove((Object) "start") instanceof String text ? text : AFTER_PREVIOUS;
        WaveEntry entry = (WaveEntry) super.newInstance(request, Forms.withoutBlanks(form));
        entry.setProtectionGroupNames(filled(groups));
        entry.setDependsOn(
                switch (start) {
                    case AT_ONCE -> List.of();
                    case AFTER_WAVES -> filled(waves);
                    default -> null;
                });
        return entry;
    }

    private static List<String> filled(List<String> names) {
        return names.stream().map(String::trim).filter(name -> !name.isEmpty()).toList();
    }

    /** What the form shows as the start of a wave; null for a new one. */
    public String start(WaveEntry wave) {
        if (wave == null || wave.getDependsOn() == null) {
            return AFTER_PREVIOUS;
        }
        return wave.getDependsOn().isEmpty() ? AT_ONCE : AFTER_WAVES;
    }

    @POST
    public ListBoxModel doFillStartItems() {
        return new ListBoxModel(
                new ListBoxModel.Option(Messages.start_previous(), AFTER_PREVIOUS),
                new ListBoxModel.Option(Messages.start_atOnce(), AT_ONCE),
                new ListBoxModel.Option(Messages.start_waves(), AFTER_WAVES));
    }

    @POST
    public ListBoxModel doFillOnFailureItems() {
        return Forms.onFailure();
    }

    /** All protection groups, and the chosen one even when it is gone. */
    @POST
    public ListBoxModel doFillProtectionGroupItems(@QueryParameter String protectionGroup) {
        return Choices.groups(protectionGroup);
    }

    /** Waves that the plan has as it is stored. A wave that is new on the page can be typed. */
    @POST
    public ComboBoxModel doFillDependencyItems(@RelativePath("../..") @QueryParameter String planName) {
        return Choices.waves(planName);
    }

    @POST
    public FormValidation doCheckWaveName(@QueryParameter String value) {
        return check("waveName", value);
    }

    @POST
    public FormValidation doCheckMaxWaitTime(@QueryParameter String value) {
        return check("maxWaitTime", value);
    }

    private static FormValidation check(String field, String value) {
        return Check.wave(new Tree().put(field, Text.trimmed(value)), "/" + field);
    }
}
