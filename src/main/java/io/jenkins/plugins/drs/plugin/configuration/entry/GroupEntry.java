package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
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

/** A protection group: servers that are recovered together. */
public final class GroupEntry extends DocumentEntry<GroupEntry> {

    @DataBoundConstructor
    public GroupEntry(String groupName) {
        this(Map.of());
        set("groupName", Text.trimmed(groupName));
    }

    GroupEntry(Map<?, ?> document) {
        super(DocumentFields.GROUP, document);
        nest("serverSelectionTags", TagEntry::list);
        nest("launchConfig", LaunchEntry::new);
        nest("servers", ServerEntry::new);
    }

    public String getGroupName() {
        return text("groupName");
    }

    public String getDescription() {
        return text("description");
    }

    @DataBoundSetter
    public void setDescription(String description) {
        set("description", Text.filled(description));
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

    public List<TagEntry> getServerSelectionTags() {
        return entries("serverSelectionTags");
    }

    @DataBoundSetter
    public void setServerSelectionTags(List<TagEntry> serverSelectionTags) {
        setFilled("serverSelectionTags", serverSelectionTags);
    }

    public List<String> getSourceServerIds() {
        return texts("sourceServerIds");
    }

    @DataBoundSetter
    public void setSourceServerIds(List<String> sourceServerIds) {
        setFilled("sourceServerIds", sourceServerIds);
    }

    /** For the text area of the form. */
    public String getSourceServerIdLines() {
        return String.join("\n", getSourceServerIds());
    }

    public LaunchEntry getLaunchConfig() {
        return entry("launchConfig");
    }

    @DataBoundSetter
    public void setLaunchConfig(LaunchEntry launchConfig) {
        set("launchConfig", orNull(launchConfig));
    }

    public List<ServerEntry> getServers() {
        return entries("servers");
    }

    @DataBoundSetter
    public void setServers(List<ServerEntry> servers) {
        setFilled("servers", servers);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsProtectionGroup")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<GroupEntry> {
        public DescriptorImpl() {
            super("/protectionGroups/0");
        }

        @Override
        public String getDisplayName() {
            return Messages.group();
        }

        @Override
        public GroupEntry newInstance(StaplerRequest2 request, JSONObject form) throws FormException {
            List<String> ids = Forms.words(form, "sourceServerIdLines");
            String description = Forms.text(form, "description");
            GroupEntry entry = (GroupEntry) super.newInstance(request, Forms.withoutBlanks(form));
            entry.setSourceServerIds(ids);
            entry.setDescription(description);
            return entry;
        }

        @POST
        public FormValidation doCheckGroupName(@QueryParameter String value) {
            return check("groupName", value);
        }

        @POST
        public FormValidation doCheckDescription(@QueryParameter String value) {
            return check("description", value);
        }

        @POST
        public FormValidation doCheckRegion(@QueryParameter String value) {
            return check("region", value);
        }

        @POST
        public FormValidation doCheckSourceServerIdLines(@QueryParameter String value) {
            return check("sourceServerIds", Forms.words(value));
        }

        @POST
        public ListBoxModel doFillAccountIdItems(@QueryParameter String accountId) {
            return Choices.accounts(accountId);
        }
    }
}
