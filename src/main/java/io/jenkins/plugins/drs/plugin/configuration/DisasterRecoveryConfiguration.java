package io.jenkins.plugins.drs.plugin.configuration;

import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.Extension;
import hudson.Util;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.drs.engine.document.store.HistoryPolicy;
import io.jenkins.plugins.drs.plugin.run.Feature;
import io.jenkins.plugins.drs.plugin.run.HostSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** Settings for all drills of the controller; on the page <i>Manage Jenkins, System</i> and as code. */
@Extension
@Symbol("disasterRecovery")
public final class DisasterRecoveryConfiguration extends PlansAsCode implements HostSettings {
    private static final double DEFAULT_TIME_SCALE = 60;
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d+");

    private boolean useSimulator;
    private double simulatorTimeScale = DEFAULT_TIME_SCALE;
    private String endpointOverride;
    private boolean allowControllerCredentials;
    private String defaultCredentialsId;
    private String defaultRegion;
    private HistorySettings history;
    private DrillJobSettings drillJobs;
    private FeatureSettings features;
    private List<SyncJob> syncJobs;
    private List<RecoverJob> recoverJobs;

    public DisasterRecoveryConfiguration() {
        load();
    }

    public static DisasterRecoveryConfiguration get() {
        return GlobalConfiguration.all().getInstance(DisasterRecoveryConfiguration.class);
    }

    /** A field that the form leaves out is one that was emptied. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        useSimulator = false;
        allowControllerCredentials = false;
        syncJobs = new ArrayList<>();
        recoverJobs = new ArrayList<>();
        request.bindJSON(this, form);
        save();
        return true;
    }

    @Override
    public boolean isUseSimulator() {
        return useSimulator;
    }

    @DataBoundSetter
    public void setUseSimulator(boolean useSimulator) {
        this.useSimulator = useSimulator;
        save();
    }

    @Override
    public double getSimulatorTimeScale() {
        return simulatorTimeScale > 0 ? simulatorTimeScale : DEFAULT_TIME_SCALE;
    }

    @DataBoundSetter
    public void setSimulatorTimeScale(double simulatorTimeScale) {
        this.simulatorTimeScale = simulatorTimeScale;
        save();
    }

    public String getEndpointOverride() {
        return endpointOverride;
    }

    @DataBoundSetter
    public void setEndpointOverride(String endpointOverride) {
        this.endpointOverride = Util.fixEmptyAndTrim(endpointOverride);
        save();
    }

    @Override
    public Optional<URI> endpoint() {
        return Optional.ofNullable(endpointOverride).map(HostSettings::endpointAt);
    }

    @Override
    public boolean isAllowControllerCredentials() {
        return allowControllerCredentials;
    }

    @DataBoundSetter
    public void setAllowControllerCredentials(boolean allowControllerCredentials) {
        this.allowControllerCredentials = allowControllerCredentials;
        save();
    }

    public String getDefaultCredentialsId() {
        return defaultCredentialsId;
    }

    @DataBoundSetter
    public void setDefaultCredentialsId(String defaultCredentialsId) {
        this.defaultCredentialsId = Util.fixEmptyAndTrim(defaultCredentialsId);
        save();
    }

    @Override
    public Optional<String> defaultCredentials() {
        return Optional.ofNullable(defaultCredentialsId);
    }

    public String getDefaultRegion() {
        return defaultRegion;
    }

    @DataBoundSetter
    public void setDefaultRegion(String defaultRegion) {
        this.defaultRegion = Util.fixEmptyAndTrim(defaultRegion);
        save();
    }

    @Override
    public Optional<String> defaultRegionCode() {
        return Optional.ofNullable(defaultRegion);
    }

    public HistorySettings getHistory() {
        return history == null ? new HistorySettings() : history;
    }

    @DataBoundSetter
    public void setHistory(HistorySettings history) {
        this.history = history;
        save();
    }

    public DrillJobSettings getDrillJobs() {
        return drillJobs == null ? new DrillJobSettings() : drillJobs;
    }

    @DataBoundSetter
    public void setDrillJobs(DrillJobSettings drillJobs) {
        this.drillJobs = drillJobs;
        save();
    }

    public FeatureSettings getFeatures() {
        return features == null ? new FeatureSettings() : features;
    }

    @DataBoundSetter
    public void setFeatures(FeatureSettings features) {
        this.features = features;
        save();
    }

    @Override
    public boolean isOn(Feature feature) {
        return getFeatures().isOn(feature);
    }

    public List<SyncJob> getSyncJobs() {
        return syncJobs == null ? List.of() : syncJobs;
    }

    @DataBoundSetter
    public void setSyncJobs(List<SyncJob> syncJobs) {
        this.syncJobs = syncJobs == null ? List.of() : new ArrayList<>(syncJobs);
        save();
    }

    /** Jobs and folders whose builds may recover for real without somebody who confirms. */
    public List<RecoverJob> getRecoverJobs() {
        return recoverJobs == null ? List.of() : recoverJobs;
    }

    @DataBoundSetter
    public void setRecoverJobs(List<RecoverJob> recoverJobs) {
        this.recoverJobs = recoverJobs == null ? List.of() : new ArrayList<>(recoverJobs);
        save();
    }

    @Override
    public HistoryPolicy historyPolicy() {
        return getHistory().policy();
    }

    @POST
    public FormValidation doCheckSimulatorTimeScale(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        try {
            double scale = Double.parseDouble(value);
            return scale > 0 && scale <= 3600
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.configuration_timeScale());
        } catch (NumberFormatException e) {
            return FormValidation.error(Messages.configuration_timeScale());
        }
    }

    @POST
    public FormValidation doCheckEndpointOverride(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        String text = Util.fixEmptyAndTrim(value);
        if (text == null) {
            return FormValidation.ok();
        }
        try {
            HostSettings.endpointAt(text);
            return FormValidation.warning(Messages.configuration_endpointInPlace());
        } catch (IllegalArgumentException e) {
            return FormValidation.error(Messages.configuration_endpoint());
        }
    }

    @POST
    public FormValidation doCheckDefaultRegion(@QueryParameter String value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        String text = Util.fixEmptyAndTrim(value);
        return text == null || REGION.matcher(text).matches()
                ? FormValidation.ok()
                : FormValidation.error(Messages.configuration_region());
    }

    @POST
    public FormValidation doCheckAllowControllerCredentials(@QueryParameter boolean value) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        return value ? FormValidation.warning(Messages.configuration_controllerCredentials()) : FormValidation.ok();
    }

    @POST
    public ListBoxModel doFillDefaultCredentialsIdItems(@QueryParameter String defaultCredentialsId) {
        StandardListBoxModel items = new StandardListBoxModel();
        items.includeEmptyValue();
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return items.includeCurrentValue(Util.fixNull(defaultCredentialsId));
        }
        return items.includeAs(ACL.SYSTEM2, Jenkins.get(), AmazonWebServicesCredentials.class)
                .includeCurrentValue(Util.fixNull(defaultCredentialsId));
    }
}
