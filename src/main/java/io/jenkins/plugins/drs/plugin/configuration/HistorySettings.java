package io.jenkins.plugins.drs.plugin.configuration;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.drs.engine.document.store.HistoryPolicy;
import java.time.Duration;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** How much of the history of the configuration is kept. */
public final class HistorySettings extends AbstractDescribableImpl<HistorySettings> {
    private int revisions = HistoryPolicy.DEFAULT.most();
    private int days = (int) HistoryPolicy.DEFAULT.longest().toDays();

    @DataBoundConstructor
    public HistorySettings() {
        // everything is optional
    }

    public int getRevisions() {
        return revisions;
    }

    /** The current one included, so at least 1. */
    @DataBoundSetter
    public void setRevisions(int revisions) {
        this.revisions = Math.max(1, revisions);
    }

    public int getDays() {
        return days;
    }

    @DataBoundSetter
    public void setDays(int days) {
        this.days = Math.max(0, days);
    }

    HistoryPolicy policy() {
        return new HistoryPolicy(revisions, Duration.ofDays(days));
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsHistory")
    public static final class DescriptorImpl extends Descriptor<HistorySettings> {
        @Override
        public String getDisplayName() {
            return Messages.history();
        }

        @POST
        public FormValidation doCheckRevisions(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.validatePositiveInteger(value);
        }

        @POST
        public FormValidation doCheckDays(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.validateNonNegativeInteger(value);
        }
    }
}
