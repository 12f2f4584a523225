package io.jenkins.plugins.drs.plugin.configuration;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.drs.plugin.run.Feature;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Which features may be used on this controller; all of them, unless an administrator switches them off. */
public final class FeatureSettings extends AbstractDescribableImpl<FeatureSettings> {
    private boolean automationActions = true;
    private boolean detailedResults = true;
    private boolean exportImport = true;
    private boolean simulator = true;
    private boolean sync = true;

    @DataBoundConstructor
    public FeatureSettings() {
        // everything is optional
    }

    public boolean isAutomationActions() {
        return automationActions;
    }

    @DataBoundSetter
    public void setAutomationActions(boolean automationActions) {
        this.automationActions = automationActions;
    }

    public boolean isDetailedResults() {
        return detailedResults;
    }

    @DataBoundSetter
    public void setDetailedResults(boolean detailedResults) {
        this.detailedResults = detailedResults;
    }

    public boolean isExportImport() {
        return exportImport;
    }

    @DataBoundSetter
    public void setExportImport(boolean exportImport) {
        this.exportImport = exportImport;
    }

    public boolean isSimulator() {
        return simulator;
    }

    @DataBoundSetter
    public void setSimulator(boolean simulator) {
        this.simulator = simulator;
    }

    public boolean isSync() {
        return sync;
    }

    @DataBoundSetter
    public void setSync(boolean sync) {
        this.sync = sync;
    }

    boolean isOn(Feature feature) {
        return switch (feature) {
            case AUTOMATION_ACTIONS -> automationActions;
            case DETAILED_RESULTS -> detailedResults;
            case EXPORT_IMPORT -> exportImport;
            case SIMULATOR -> simulator;
            case SYNC -> sync;
        };
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsFeatures")
    public static final class DescriptorImpl extends Descriptor<FeatureSettings> {
        @Override
        public String getDisplayName() {
            return Messages.features();
        }
    }
}
