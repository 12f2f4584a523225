package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps servers of a wave together while the launch settings of others are on their way, so that a wave takes as few
 * jobs as it can. A job that is full starts at once, and the rest waits for a little while at the most: the wave is
 * over when its last server is launched, which is one of those that are waited for.
 */
final class Gathering {
    /** From the beginning of the wave's launch. A launch takes some minutes, comparing settings a second or two. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final ExecutionState state;
    private final Instant until;
    private final Map<Target, List<ServerState>> ready = new LinkedHashMap<>();
    private final Map<Target, Integer> awaited = new HashMap<>();

    /** @param began when the wave began to launch */
    Gathering(ExecutionState state, Instant began) {
        this.state = state;
        this.until = began.plus(LONGEST);
    }

    void add(ServerState server, boolean aligned) {
        if (aligned) {
            ready.computeIfAbsent(server.target(), target -> new ArrayList<>()).add(server);
        } else if (!isFarOff(server)) {
            awaited.merge(server.target(), 1, Integer::sum);
        }
    }

    /** Whether its settings are not tried again in time. */
    private boolean isFarOff(ServerState server) {
        Optional<Instant> again = state.effect(AlignSettings.keyFor(server)).notBefore();
        return again.filter(at -> !at.isBefore(until)).isPresent();
    }

    /** When those that are kept back start in any case; empty when none is. */
    Optional<Instant> keptUntil(Instant now) {
        return now.isBefore(until) && ready.keySet().stream().anyMatch(awaited::containsKey)
                ? Optional.of(until)
                : Optional.empty();
    }

    /** Servers that may start now, by target in the order of the wave. */
    List<ServerState> released(Instant now, int serversPerJob) {
        List<ServerState> released = new ArrayList<>();
        ready.forEach((target, servers) -> {
            boolean keeps = now.isBefore(until) && awaited.containsKey(target);
            int full = servers.size() / serversPerJob * serversPerJob;
            released.addAll(keeps ? servers.subList(0, full) : servers);
        });
        return released;
    }
}
