package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A wave of a recovery plan. */
public final class WaveEntry extends DocumentEntry<WaveEntry> {
    static final String STOP = "stop";
    private static final String DEFAULT_WAIT = "3600";

    private final String waveName;
    private List<String> protectionGroupNames = new ArrayList<>();
    private List<String> dependsOn;
    private boolean pauseBefore;
    private String maxWaitTime = DEFAULT_WAIT;
    private String onFailure = STOP;
    private ValidationEntry validation;
    private List<ActionEntry> preWaveActions = new ArrayList<>();
    private List<ActionEntry> postWaveActions = new ArrayList<>();

    @DataBoundConstructor
    public WaveEntry(String waveName) {
        this.waveName = Text.trimmed(waveName);
    }

    static WaveEntry of(Tree tree) {
        WaveEntry entry = new WaveEntry(tree.text("waveName"));
        entry.protectionGroupNames = tree.texts("protectionGroupName");
        entry.protectionGroupNames.addAll(tree.texts("protectionGroupNames"));
        entry.dependsOn = tree.has("dependsOn") ? tree.texts("dependsOn") : null;
        entry.pauseBefore = tree.flag("pauseBefore").orElse(false);
        entry.setMaxWaitTime(tree.text("maxWaitTime"));
        entry.setOnFailure(tree.text("onFailure"));
        entry.setValidation(tree.object("validation").map(ValidationEntry::of).orElse(null));
        tree.objects("preWaveActions").forEach(action -> entry.preWaveActions.add(ActionEntry.of(action)));
        tree.objects("postWaveActions").forEach(action -> entry.postWaveActions.add(ActionEntry.of(action)));
        entry.setFurtherFields(tree.rest());
        return entry;
    }

    @Override
    public Tree toDocument() {
        return new Tree()
                .put("waveName", waveName)
                .put("protectionGroupNames", protectionGroupNames)
                .put("dependsOn", dependsOn)
                .put("pauseBefore", pauseBefore)
                .put("maxWaitTime", maxWaitTime)
                .put("onFailure", onFailure)
                .putEntry("validation", validation)
                .putEntries("preWaveActions", preWaveActions)
                .putEntries("postWaveActions", postWaveActions)
                .putFurther(getFurtherFields());
    }

    public String getWaveName() {
        return waveName;
    }

    public List<String> getProtectionGroupNames() {
        return protectionGroupNames;
    }

    @DataBoundSetter
    public void setProtectionGroupNames(List<String> protectionGroupNames) {
        this.protectionGroupNames = Forms.copy(protectionGroupNames);
    }

    /** Null means the wave before it in the plan; empty means none, so that the wave starts at once. */
    public List<String> getDependsOn() {
        return dependsOn;
    }

    @DataBoundSetter
    public void setDependsOn(List<String> dependsOn) {
        this.dependsOn = dependsOn == null ? null : Forms.copy(dependsOn);
    }

    /** Whether it waits for no other wave: the same as an empty {@link #getDependsOn()}, which code cannot export. */
    public boolean isAtOnce() {
        return dependsOn != null && dependsOn.isEmpty();
    }

    @DataBoundSetter
    public void setAtOnce(boolean atOnce) {
        if (atOnce != isAtOnce()) {
            dependsOn = atOnce ? new ArrayList<>() : null;
        }
    }

    public boolean isPauseBefore() {
        return pauseBefore;
    }

    @DataBoundSetter
    public void setPauseBefore(boolean pauseBefore) {
        this.pauseBefore = pauseBefore;
    }

    public String getMaxWaitTime() {
        return maxWaitTime;
    }

    /** Whole seconds, or an ISO-8601 duration. */
    @DataBoundSetter
    public void setMaxWaitTime(String maxWaitTime) {
        String text = Text.trimmed(maxWaitTime);
        this.maxWaitTime = text == null ? DEFAULT_WAIT : text;
    }

    public String getOnFailure() {
        return onFailure;
    }

    @DataBoundSetter
    public void setOnFailure(String onFailure) {
        String text = Text.trimmed(onFailure);
        this.onFailure = text == null ? STOP : text;
    }

    public ValidationEntry getValidation() {
        return validation;
    }

    @DataBoundSetter
    public void setValidation(ValidationEntry validation) {
        this.validation = ValidationEntry.orNull(validation);
    }

    public List<ActionEntry> getPreWaveActions() {
        return preWaveActions;
    }

    @DataBoundSetter
    public void setPreWaveActions(List<ActionEntry> preWaveActions) {
        this.preWaveActions = Forms.copy(preWaveActions);
    }

    public List<ActionEntry> getPostWaveActions() {
        return postWaveActions;
    }

    @DataBoundSetter
    public void setPostWaveActions(List<ActionEntry> postWaveActions) {
        this.postWaveActions = Forms.copy(postWaveActions);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsRecoveryWave")
    public static final class DescriptorImpl extends WaveDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.wave();
        }
    }
}
