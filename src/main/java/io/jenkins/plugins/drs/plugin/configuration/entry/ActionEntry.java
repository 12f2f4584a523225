package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.RelativePath;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** A Systems Manager automation before or after a wave. */
public final class ActionEntry extends DocumentEntry<ActionEntry> {
    static final String DEFAULT_WAIT = "900";

    private final String name;
    private String documentName;
    private String documentVersion;
    private List<ParameterEntry> parameters = new ArrayList<>();
    private String maxWaitTime = DEFAULT_WAIT;
    private String onFailure = WaveEntry.STOP;
    private String region;
    private String accountId;

    @DataBoundConstructor
    public ActionEntry(String name) {
        this.name = Text.trimmed(name);
    }

    static ActionEntry of(Tree tree) {
        ActionEntry entry = new ActionEntry(tree.text("name"));
        entry.documentName = tree.text("documentName");
        entry.documentVersion = tree.text("documentVersion");
        entry.parameters = tree.object("parameters").map(ParameterEntry::list).orElseGet(ArrayList::new);
        entry.setMaxWaitTime(tree.text("maxWaitTime"));
        entry.setOnFailure(tree.text("onFailure"));
        entry.region = tree.text("region");
        entry.accountId = tree.text("accountId");
        entry.setFurtherFields(tree.rest());
        return entry;
    }

    @Override
    public Tree toDocument() {
        Tree values = new Tree();
        parameters.forEach(parameter -> values.putOnce(parameter.getName(), parameter.getValues()));
        return new Tree()
                .put("name", name)
                .put("documentName", documentName)
                .put("documentVersion", documentVersion)
                .putFilled("parameters", values)
                .put("maxWaitTime", maxWaitTime)
                .put("onFailure", onFailure)
                .put("region", region)
                .put("accountId", accountId)
                .putFurther(getFurtherFields());
    }

    public String getName() {
        return name;
    }

    public String getDocumentName() {
        return documentName;
    }

    @DataBoundSetter
    public void setDocumentName(String documentName) {
        this.documentName = Text.trimmed(documentName);
    }

    public String getDocumentVersion() {
        return documentVersion;
    }

    @DataBoundSetter
    public void setDocumentVersion(String documentVersion) {
        this.documentVersion = Text.trimmed(documentVersion);
    }

    public List<ParameterEntry> getParameters() {
        return parameters;
    }

    @DataBoundSetter
    public void setParameters(List<ParameterEntry> parameters) {
        this.parameters = Forms.copy(parameters);
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
        this.onFailure = text == null ? WaveEntry.STOP : text;
    }

    public String getRegion() {
        return region;
    }

    @DataBoundSetter
    public void setRegion(String region) {
        this.region = Text.trimmed(region);
    }

    public String getAccountId() {
        return accountId;
    }

    @DataBoundSetter
    public void setAccountId(String accountId) {
        this.accountId = Text.trimmed(accountId);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsAction")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<ActionEntry> {
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

        private static FormValidation check(String field, String value) {
            return Check.action(new Tree().put(field, Text.trimmed(value)), "/" + field);
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
