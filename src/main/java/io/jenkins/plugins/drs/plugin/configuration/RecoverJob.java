package io.jenkins.plugins.drs.plugin.configuration;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A job, or a folder of jobs, whose builds recover for real when one person with that permission starts them. */
public final class RecoverJob extends AbstractDescribableImpl<RecoverJob> {
    private final String job;
    private String branches = "";

    /** @param job full name of a job, of a multibranch project or of a folder; {@code *} stands for a part of a name */
    @DataBoundConstructor
    public RecoverJob(String job) {
        this.job = Util.fixNull(Util.fixEmptyAndTrim(job));
    }

    public String getJob() {
        return job;
    }

    public String getBranches() {
        return Util.fixNull(branches);
    }

    /** Names of branches of a multibranch project with blanks between them; without any, none of its branches may. */
    @DataBoundSetter
    public void setBranches(String branches) {
        this.branches = Util.fixNull(Util.fixEmptyAndTrim(branches));
    }

    /**
     * Whether this allows a job, or the folder that it is in.
     *
     * @param fullName of the job, or of the multibranch project that it is in
     * @param branch empty for a job that is in none
     */
    public boolean allows(String fullName, Optional<String> branch) {
        SyncJob itself = with(job);
        SyncJob inside = with(job.isEmpty() ? "" : job + "/**");
        return itself.allows(fullName, branch) || inside.allows(fullName, branch);
    }

    private SyncJob with(String pattern) {
        SyncJob names = new SyncJob(pattern);
        names.setBranches(branches);
        return names;
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsRecoverJob")
    public static final class DescriptorImpl extends Descriptor<RecoverJob> {
        @Override
        public String getDisplayName() {
            return Messages.recoverJob();
        }

        @POST
        public FormValidation doCheckJob(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            String text = Util.fixEmptyAndTrim(value);
            if (text == null) {
                return FormValidation.error(Messages.syncJob_job());
            }
            return text.startsWith("**") ? FormValidation.warning(Messages.recoverJob_everyJob()) : FormValidation.ok();
        }
    }
}
