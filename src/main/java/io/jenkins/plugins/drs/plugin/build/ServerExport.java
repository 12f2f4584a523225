package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.result.InstanceResult;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A server as the API shows it. */
@ExportedBean(defaultVisibility = 2)
public final class ServerExport {
    private final ServerResult server;

    ServerExport(ServerResult server) {
        this.server = server;
    }

    @Exported
    public String getSourceServerId() {
        return server.identity().sourceServerId();
    }

    @Exported
    public String getHostname() {
        return server.identity().hostname();
    }

    @Exported
    public String getWave() {
        return server.identity().wave();
    }

    @Exported
    public ServerResult.Status getStatus() {
        return server.status();
    }

    @Exported
    public String getReason() {
        return server.failure().map(ServerResult.Failure::reason).orElse(null);
    }

    @Exported
    public Double getDurationSeconds() {
        return FiguresExport.seconds(server.launch().timing().length());
    }

    @Exported
    public Double getRpoSeconds() {
        return FiguresExport.seconds(server.rpo().flatMap(Objective::reached));
    }

    @Exported
    public String getRecoveryInstanceId() {
        return server.recoveryInstance().map(InstanceResult::instanceId).orElse(null);
    }
}
