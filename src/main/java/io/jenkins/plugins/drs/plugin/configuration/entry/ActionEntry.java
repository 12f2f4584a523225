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

/** A Systems Manager automation before or after a wave. */
public final class ActionEntry extends DocumentEntry<ActionEntry> {

    @DataBoundConstructor
    public ActionEntry(String name) {
        this(Map.of());
        set("name", Text.trimmed(name));
    }

    ActionEntry(Map<?, ?> document) {
        super(DocumentFields.ACTION, document);
        nest("parameters", ParameterEntry::list);
    }

    public String getName() {
        return text("name");
    }

    public String getDocumentName() {
        return text("documentName");
    }

    @DataBoundSetter
    public void setDocumentName(String documentName) {
        set("documentName", Text.trimmed(documentName));
    }

    public String getDocumentVersion() {
        return text("documentVersion");
    }

    @DataBoundSetter
    public void setDocumentVersion(String documentVersion) {
        set("documentVersion", Text.trimmed(documentVersion));
    }

    public List<ParameterEntry> getParameters() {
        return entries("parameters");
    }

    @DataBoundSetter
    public void setParameters(List<ParameterEntry> parameters) {
        setFilled("parameters", parameters);
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

    public String getRegion() {
        return text("region");
    }

    @DataBoundSetter
    public void setRegion(String region) {
        set("region", Text.trimmed(region));
    }

    public String getAccountId() {
        return text("accountId");
    }

    @DataBoundSetter
    public void setAccountId(String accountId) {
        set("accountId", Text.trimmed(accountId));
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsAction")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<ActionEntry> {
        public DescriptorImpl() {
            super("/recoveryPlans/0/waves/0/preWaveActions/0");
        }

        @Override
        public String getDisplayName() {
            return Messages.action();
        }

        @Override
        public ActionEntry newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            return (ActionEntry) super.newInstance(request, Forms.withoutBlanks(form));
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return check("name", value);
        }

        @POST
        public FormValidation doCheckDocumentName(@QueryParameter String value) {
            return check("documentName", value);
        }

        @POST
        public FormValidation doCheckDocumentVersion(@QueryParameter String value) {
            return check("documentVersion", value);
        }

        @POST
        public FormValidation doCheckMaxWaitTime(@QueryParameter String value) {
            return check("maxWaitTime", value);
        }

        @POST
        public FormValidation doCheckRegion(@QueryParameter String value) {
            return check("region", value);
        }

        /** What the account has where the action runs; any other name can be typed. */
        @POST
        public ComboBoxModel doFillDocumentNameItems(
                @RelativePath("../..") @QueryParameter String planName,
                @QueryParameter String region,
                @QueryParameter String accountId) {
            return Choices.documents(planName, region, accountId);
        }

        @POST
        public ListBoxModel doFillAccountIdItems(@QueryParameter String accountId) {
            return Choices.accounts(accountId);
        }

        @POST
        public ListBoxModel doFillOnFailureItems() {
            return Forms.onFailure();
        }
    }
}
