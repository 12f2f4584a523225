package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
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

/** A protection group: servers that are recovered together. */
public final class GroupEntry extends DocumentEntry<GroupEntry> {
    private final String groupName;
    private String description;
    private String region;
    private String accountId;
    private List<TagEntry> serverSelectionTags = new ArrayList<>();
    private List<String> sourceServerIds = new ArrayList<>();
    private LaunchEntry launchConfig;
    private List<ServerEntry> servers = new ArrayList<>();

    @DataBoundConstructor
    public GroupEntry(String groupName) {
        this.groupName = Text.trimmed(groupName);
    }

    static GroupEntry of(Tree tree) {
        GroupEntry entry = new GroupEntry(tree.text("groupName"));
        entry.description = tree.text("description");
        entry.region = tree.text("region");
        entry.accountId = tree.text("accountId");
        tree.object("serverSelectionTags").ifPresent(tags -> tags.names().forEach(key -> {
            TagEntry tag = new TagEntry(key);
            tag.setValue(tags.text(key));
            entry.serverSelectionTags.add(tag);
        }));
        entry.sourceServerIds = tree.texts("sourceServerIds");
        entry.launchConfig = tree.object("launchConfig").map(LaunchEntry::of).orElse(null);
        tree.objects("servers").forEach(server -> entry.servers.add(ServerEntry.of(server)));
        entry.setFurtherFields(tree.rest());
        return entry;
    }

    @Override
    public Tree toDocument() {
        Tree tags = new Tree();
        serverSelectionTags.forEach(tag -> tags.putOnce(tag.getKey(), tag.getValue()));
        return new Tree()
                .put("groupName", groupName)
                .put("description", description)
                .put("region", region)
                .put("accountId", accountId)
                .putFilled("serverSelectionTags", tags)
                .putFilled("sourceServerIds", sourceServerIds)
                .putEntry("launchConfig", launchConfig)
                .putEntries("servers", servers)
                .putFurther(getFurtherFields());
    }

    public String getGroupName() {
        return groupName;
    }

    public String getDescription() {
        return description;
    }

    @DataBoundSetter
    public void setDescription(String description) {
        this.description = Text.filled(description);
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

    public List<TagEntry> getServerSelectionTags() {
        return serverSelectionTags;
    }

    @DataBoundSetter
    public void setServerSelectionTags(List<TagEntry> serverSelectionTags) {
        this.serverSelectionTags = Forms.copy(serverSelectionTags);
    }

    public List<String> getSourceServerIds() {
        return sourceServerIds;
    }

    @DataBoundSetter
    public void setSourceServerIds(List<String> sourceServerIds) {
        this.sourceServerIds = Forms.copy(sourceServerIds);
    }

    /** For the text area of the form. */
    public String getSourceServerIdLines() {
        return String.join("\n", sourceServerIds);
    }

    public LaunchEntry getLaunchConfig() {
        return launchConfig;
    }

    @DataBoundSetter
    public void setLaunchConfig(LaunchEntry launchConfig) {
        this.launchConfig = LaunchEntry.orNull(launchConfig);
    }

    public List<ServerEntry> getServers() {
        return servers;
    }

    @DataBoundSetter
    public void setServers(List<ServerEntry> servers) {
        this.servers = Forms.copy(servers);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsProtectionGroup")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<GroupEntry> {
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
            return Check.group(new Tree().putFilled("sourceServerIds", Forms.words(value)), "/sourceServerIds");
        }

        private static FormValidation check(String field, String value) {
            return Check.group(new Tree().put(field, Text.trimmed(value)), "/" + field);
        }

        @POST
        public ListBoxModel doFillAccountIdItems(@QueryParameter String accountId) {
            return Choices.accounts(accountId);
        }
    }
}
