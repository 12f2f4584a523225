package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.drs.engine.document.DocumentFields;
import java.util.Map;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What a launched server must show before it counts as recovered. */
public final class ValidationEntry extends DocumentEntry<ValidationEntry> {

    @DataBoundConstructor
    public ValidationEntry() {
        this(Map.of());
    }

    ValidationEntry(Map<?, ?> document) {
        super(DocumentFields.VALIDATION, document);
    }

    public boolean isStatusChecks() {
        return flag("statusChecks");
    }

    @DataBoundSetter
    public void setStatusChecks(boolean statusChecks) {
        set("statusChecks", statusChecks);
    }

    public boolean isSsmAgent() {
        return flag("ssmAgent");
    }

    @DataBoundSetter
    public void setSsmAgent(boolean ssmAgent) {
        set("ssmAgent", ssmAgent);
    }

    public String getMaxWaitTime() {
        return text("maxWaitTime");
    }

    /** Whole seconds, or an ISO-8601 duration. */
    @DataBoundSetter
    public void setMaxWaitTime(String maxWaitTime) {
        set("maxWaitTime", Text.trimmed(maxWaitTime));
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsValidation")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<ValidationEntry> {
        public DescriptorImpl() {
            super("/recoveryPlans/0/waves/0/validation");
        }

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
            return check("maxWaitTime", value);
        }
    }
}
