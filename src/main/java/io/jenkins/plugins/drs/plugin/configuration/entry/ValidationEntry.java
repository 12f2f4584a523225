package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.util.FormValidation;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What a launched server must show before it counts as recovered. */
public final class ValidationEntry extends DocumentEntry<ValidationEntry> {
    private static final String DEFAULT_WAIT = "900";

    private boolean statusChecks = true;
    private boolean ssmAgent;
    private String maxWaitTime = DEFAULT_WAIT;

    @DataBoundConstructor
    public ValidationEntry() {
        // everything is optional
    }

    static ValidationEntry of(Tree tree) {
        ValidationEntry entry = new ValidationEntry();
        entry.statusChecks = tree.flag("statusChecks").orElse(true);
        entry.ssmAgent = tree.flag("ssmAgent").orElse(false);
        entry.setMaxWaitTime(tree.text("maxWaitTime"));
        entry.setFurtherFields(tree.rest());
        return entry;
    }

    @Override
    public Tree toDocument() {
        return new Tree()
                .put("statusChecks", statusChecks)
                .put("ssmAgent", ssmAgent)
                .put("maxWaitTime", maxWaitTime)
                .putFurther(getFurtherFields());
    }

    /** One that is as the default says is the same as none. */
    static ValidationEntry orNull(ValidationEntry entry) {
        boolean same = entry != null
                && entry.statusChecks
                && !entry.ssmAgent
                && entry.maxWaitTime.equals(DEFAULT_WAIT)
                && entry.getFurtherFields() == null;
        return same ? null : entry;
    }

    public boolean isStatusChecks() {
        return statusChecks;
    }

    @DataBoundSetter
    public void setStatusChecks(boolean statusChecks) {
        this.statusChecks = statusChecks;
    }

    public boolean isSsmAgent() {
        return ssmAgent;
    }

    @DataBoundSetter
    public void setSsmAgent(boolean ssmAgent) {
        this.ssmAgent = ssmAgent;
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

    /** Describes the form. */
    @Extension
    @Symbol("drsValidation")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<ValidationEntry> {
        @Override
        public String getDisplayName() {
            return Messages.validation();
        }

        @Override
        public ValidationEntry newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            return (ValidationEntry) super.newInstance(request, Forms.withoutBlanks(form));
        }

        @POST
        public FormValidation doCheckMaxWaitTime(@QueryParameter String value) {
            Tree validation = new Tree().put("maxWaitTime", Text.trimmed(value));
            return Check.wave(new Tree().putFilled("validation", validation), "/validation/maxWaitTime");
        }
    }
}
