package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsAligned;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.SettingsIntended;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.ServerEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceObserved;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.event.ServerEvent.SnapshotFound;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Folds what befalls each source server. */
final class ServerFold {
    private final Map<String, ServerTrack> servers = new LinkedHashMap<>();

    ServerFold(Handlers handlers) {
        handlers.on(StepDone.class, (at, event) -> event.servers().forEach(this::select));
        handlers.ignore(SettingsIntended.class);
        handlers.on(
                SettingsAligned.class,
                (at, event) -> change(event.sourceServerId(), server -> server.aligned(event.changes())));
        handlers.on(InstanceFound.class, (at, event) -> change(event, server -> server.found(event)));
        handlers.on(SnapshotFound.class, (at, event) -> change(event, server -> server.made(event)));
        handlers.on(InstanceObserved.class, (at, event) -> change(event, server -> server.observed(event.health())));
        handlers.on(ServerValidated.class, (at, event) -> change(event, server -> server.validated(at)));
        handlers.on(ServerFailed.class, (at, event) -> change(event, server -> server.failed(at, event)));
    }

    private void select(SelectedServer server) {
        servers.putIfAbsent(server.sourceServerId(), new ServerTrack(server));
    }

    private void change(ServerEvent event, Consumer<ServerTrack> change) {
        change(event.sourceServerId(), change);
    }

    private void change(String sourceServerId, Consumer<ServerTrack> change) {
        Optional.ofNullable(servers.get(sourceServerId)).ifPresent(change);
    }

    Collection<ServerTrack> servers() {
        return servers.values();
    }
}
