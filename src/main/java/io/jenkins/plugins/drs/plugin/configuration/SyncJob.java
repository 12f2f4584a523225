package io.jenkins.plugins.drs.plugin.configuration;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A job whose builds may apply what they sync. */
public final class SyncJob extends AbstractDescribableImpl<SyncJob> {
    private final String job;
    private String branches = "";

    /** @param job full name of a pipeline job or of a multibranch project; {@code *} stands for a part of a name */
    @DataBoundConstructor
    public SyncJob(String job) {
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
     * Whether this allows a job.
     *
     * @param fullName of the job, or of the multibranch project that it is in
     * @param branch empty for a job that is in none
     */
    public boolean allows(String fullName, Optional<String> branch) {
        return matches(job, fullName)
                && branch.map(name ->
                                Arrays.stream(getBranches().split("\\s+")).anyMatch(known -> matches(known, name)))
                        .orElse(true);
    }

    /** A star stands for anything but a slash, two for anything at all. */
    static boolean matches(String pattern, String name) {
        if (pattern.isEmpty()) {
            return false;
        }
        StringBuilder expression = new StringBuilder();
        for (String piece : pattern.split("(?<=\\*)(?!\\*)|(?<!\\*)(?=\\*)")) {
            expression.append(piece.startsWith("*") ? (piece.length() > 1 ? ".*" : "[^/]*") : Pattern.quote(piece));
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(name)
                .matches();
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsSyncJob")
    public static final class DescriptorImpl extends Descriptor<SyncJob> {
        @Override
        public String getDisplayName() {
            return Messages.syncJob();
        }

        @POST
        public FormValidation doCheckJob(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            if (Util.fixEmptyAndTrim(value) == null) {
                return FormValidation.error(Messages.syncJob_job());
            }
            return value.strip().equals("**")
                    ? FormValidation.warning(Messages.syncJob_everyJob())
                    : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckBranches(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            boolean every = Util.fixNull(value).strip().equals("**");
            return every ? FormValidation.warning(Messages.syncJob_everyBranch()) : FormValidation.ok();
        }
    }
}
