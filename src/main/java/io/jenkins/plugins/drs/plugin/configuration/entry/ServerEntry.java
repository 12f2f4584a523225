package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.util.FormValidation;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Launch settings of one server of a protection group. */
public final class ServerEntry extends DocumentEntry<ServerEntry> {
    private final String sourceServerId;
    private LaunchEntry launchConfig;

    @DataBoundConstructor
    public ServerEntry(String sourceServerId) {
        this.sourceServerId = Text.trimmed(sourceServerId);
    }

    static ServerEntry of(Tree tree) {
        ServerEntry entry = new ServerEntry(tree.text("sourceServerId"));
        entry.launchConfig = tree.object("launchConfig").map(LaunchEntry::of).orElse(null);
        entry.setFurtherFields(tree.rest());
        return entry;
    }

    @Override
    public Tree toDocument() {
        return new Tree()
                .put("sourceServerId", sourceServerId)
                .putEntry("launchConfig", launchConfig)
                .putFurther(getFurtherFields());
    }

    public String getSourceServerId() {
        return sourceServerId;
    }

    public LaunchEntry getLaunchConfig() {
        return launchConfig;
    }

    @DataBoundSetter
    public void setLaunchConfig(LaunchEntry launchConfig) {
        this.launchConfig = LaunchEntry.orNull(launchConfig);
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsServer")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<ServerEntry> {
        @Override
        public String getDisplayName() {
            return Messages.server();
        }

        @POST
        public FormValidation doCheckSourceServerId(@QueryParameter String value) {
            Tree server = new Tree().put("sourceServerId", Text.trimmed(value));
            return Check.group(new Tree().putFilled("servers", java.util.List.of(server)), "/servers/0/sourceServerId");
        }
    }
}
