package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.result.ServerResult.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Questions about several servers at once. */
final class Servers {
    private Servers() {}

    static int count(Collection<ServerResult> servers, Status status) {
        return (int)
                servers.stream().filter(server -> server.status() == status).count();
    }

    /** Whether an instance was launched for the server, whatever became of it. */
    static boolean launched(ServerResult server) {
        return server.status() == Status.VALIDATED
                || server.status() == Status.LAUNCHED
                || server.launch()
                        .drsJob()
                        .filter(job -> job.launchStatus().equals("LAUNCHED"))
                        .isPresent();
    }

    static boolean allValidated(Collection<ServerResult> servers) {
        return !servers.isEmpty() && count(servers, Status.VALIDATED) == servers.size();
    }

    /** When the last of them was validated; empty unless all are. */
    static Optional<Instant> lastValidated(Collection<ServerResult> servers) {
        if (!allValidated(servers)) {
            return Optional.empty();
        }
        return servers.stream()
                .flatMap(server -> server.launch().timing().ended().stream())
                .max(Comparator.naturalOrder());
    }
}
