package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.RelativePath;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.drs.engine.document.DocumentFields;
import java.util.List;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** A wave of a recovery plan. */
public final class WaveEntry extends DocumentEntry<WaveEntry> {

    @DataBoundConstructor
    public WaveEntry(String waveName) {
        this(Map.of());
        set("waveName", Text.trimmed(waveName));
    }

    WaveEntry(Map<?, ?> document) {
        super(DocumentFields.WAVE, document);
        if (document.get("protectionGroupName") != null) {
            set("protectionGroupNames", document.get("protectionGroupName"));
            set("protectionGroupName", null);
        }
        nest("validation", ValidationEntry::new);
        setValidation(getValidation());
        nest("preWaveActions", ActionEntry::new);
        nest("postWaveActions", ActionEntry::new);
    }

    public String getWaveName() {
        return text("waveName");
    }

    public List<String> getProtectionGroupNames() {
        return texts("protectionGroupNames");
    }

    @DataBoundSetter
    public void setProtectionGroupNames(List<String> protectionGroupNames) {
        setFilled("protectionGroupNames", protectionGroupNames);
    }

    /** Null means the wave before it in the plan; empty means none, so that the wave starts at once. */
    public List<String> getDependsOn() {
        return has("dependsOn") ? texts("dependsOn") : null;
    }

    @DataBoundSetter
    public void setDependsOn(List<String> dependsOn) {
        set("dependsOn", dependsOn == null ? null : Forms.copy(dependsOn));
    }

    /** Whether it waits for no other wave: the same as an empty {@link #getDependsOn()}, which code cannot export. */
    public boolean isAtOnce() {
        return has("dependsOn") && getDependsOn().isEmpty();
    }

    @DataBoundSetter
    public void setAtOnce(boolean atOnce) {
        if (atOnce != isAtOnce()) {
            setDependsOn(atOnce ? List.of() : null);
        }
    }

    public boolean isPauseBefore() {
        return flag("pauseBefore");
    }

    @DataBoundSetter
    public void setPauseBefore(boolean pauseBefore) {
        set("pauseBefore", pauseBefore);
    }

    public String getMaxWaitTime() {
        return text("maxWaitTime");
    }

    /** Whole seconds, or an ISO-8601 duration. */
    @DataBoundSetter
    public void setMaxWaitTime(String maxWaitTime) {
        set("maxWaitTime", Text.trimmed(maxWaitTime));
    }

    public String getOnFailure() {
        return text("onFailure");
    }

    @DataBoundSetter
    public void setOnFailure(String onFailure) {
        set("onFailure", Text.trimmed(onFailure));
    }

    public ValidationEntry getValidation() {
        return entry("validation");
    }

    @DataBoundSetter
    public void setValidation(ValidationEntry validation) {
        set("validation", orNull(validation));
    }

    public List<ActionEntry> getPreWaveActions() {
        return entries("preWaveActions");
    }

    @DataBoundSetter
    public void setPreWaveActions(List<ActionEntry> preWaveActions) {
        setFilled("preWaveActions", preWaveActions);
    }

    public List<ActionEntry> getPostWaveActions() {
        return entries("postWaveActions");
    }

    @DataBoundSetter
    public void setPostWaveActions(List<ActionEntry> postWaveActions) {
        setFilled("postWaveActions", postWaveActions);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsRecoveryWave")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<WaveEntry> {
        /** Starts after the wave before it in the plan. */
        static final String AFTER_PREVIOUS = "previous";

        /** Starts at once. */
        static final String AT_ONCE = "atOnce";

        /** Starts after waves that it names. */
        static final String AFTER_WAVES = "waves";

        public DescriptorImpl() {
            super("/recoveryPlans/0/waves/0");
        }

        @Override
        public String getDisplayName() {
            return Messages.wave();
        }

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
            return names.stream()
                    .map(String::trim)
                    .filter(name -> !name.isEmpty())
                    .toList();
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
    }
}
