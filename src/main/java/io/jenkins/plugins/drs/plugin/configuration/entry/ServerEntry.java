package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.drs.engine.document.DocumentFields;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Launch settings of one server of a protection group. */
public final class ServerEntry extends DocumentEntry<ServerEntry> {

    @DataBoundConstructor
    public ServerEntry(String sourceServerId) {
        this(Map.of());
        set("sourceServerId", Text.trimmed(sourceServerId));
    }

    ServerEntry(Map<?, ?> document) {
        super(DocumentFields.SERVER, document);
        nest("launchConfig", LaunchEntry::new);
    }

    public String getSourceServerId() {
        return text("sourceServerId");
    }

    public LaunchEntry getLaunchConfig() {
        return entry("launchConfig");
    }

    @DataBoundSetter
    public void setLaunchConfig(LaunchEntry launchConfig) {
        set("launchConfig", orNull(launchConfig));
    }

    /** Describes the form. */
    @Extension
    @Symbol("drsServer")
    public static final class DescriptorImpl extends DocumentEntryDescriptor<ServerEntry> {
        public DescriptorImpl() {
            super("/protectionGroups/0/servers/0");
        }

        @Override
        public String getDisplayName() {
            return Messages.server();
        }

        @POST
        public FormValidation doCheckSourceServerId(@QueryParameter String value) {
            return check("sourceServerId", value);
        }
    }
}
