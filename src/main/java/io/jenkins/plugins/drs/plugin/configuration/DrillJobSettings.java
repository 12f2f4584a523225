package io.jenkins.plugins.drs.plugin.configuration;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.drs.engine.plan.CronShape;
import java.util.Arrays;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where jobs of recovery plans are made, and how often plans are checked. */
public final class DrillJobSettings extends AbstractDescribableImpl<DrillJobSettings> {
    /** Once a day. */
    static final String DEFAULT_CHECKS = "H H * * *";

    private String folder = "";
    private String checkSchedule = DEFAULT_CHECKS;

    @DataBoundConstructor
    public DrillJobSettings() {
        // everything is optional
    }

    /** Full name of a folder; empty for the top of Jenkins. */
    public String getFolder() {
        return Util.fixNull(folder);
    }

    @DataBoundSetter
    public void setFolder(String folder) {
        this.folder = Util.fixNull(Util.fixEmptyAndTrim(folder));
    }

    public String getCheckSchedule() {
        return checkSchedule;
    }

    /** Jenkins' cron syntax; empty for no checks. */
    @DataBoundSetter
    public void setCheckSchedule(String checkSchedule) {
        this.checkSchedule = Util.fixNull(Util.fixEmptyAndTrim(checkSchedule));
    }

    /** A schedule that is none makes no job that cannot be loaded. */
    public String checkScheduleOrEmpty() {
        String text = Util.fixNull(checkSchedule);
        return text.isEmpty() || CronShape.mistake(text).isPresent() ? "" : text;
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsDrillJobs")
    public static final class DescriptorImpl extends Descriptor<DrillJobSettings> {
        @Override
        public String getDisplayName() {
            return Messages.drillJobs();
        }

        @POST
        public FormValidation doCheckCheckSchedule(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            String text = Util.fixEmptyAndTrim(value);
            return text == null
                    ? FormValidation.ok()
                    : CronShape.mistake(text).map(FormValidation::error).orElse(FormValidation.ok());
        }

        @POST
        public FormValidation doCheckFolder(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            String text = Util.fixEmptyAndTrim(value);
            boolean usable = text == null
                    || Arrays.stream(text.split("/", -1))
                            .noneMatch(
                                    step -> step.isBlank() || step.matches(".*[?*\\\\%!@#$^&|<>\\[\\]:;].*|\\.\\.?"));
            return usable ? FormValidation.ok() : FormValidation.error(Messages.drillJobs_folder());
        }
    }
}
