package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Servers of a wave that may be launched now.
 *
 * <p>Settings are applied to many servers side by side, and ready one after the other. A job for each of them would use
 * up the jobs that an account may run, and a drill would cost more of them each time the machine is busy. So whole jobs
 * are started as they fill, and the rest when the settings of all are known: applied, refused, or failed once, for
 * nobody waits for repeated attempts.
 *
 * <p>The wave is over when its last server is launched, which is one of those that are waited for: waiting costs the
 * wave no time, unless the rates of AWS keep many calls back. Hence {@link #LONGEST_WAIT}.
 */
final class SettledServers {
    /** From the beginning of the wave's launch. A launch takes some minutes, to compare settings a second or two. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ExecutionState state;
    private final int jobSize;

    /** @param jobSize how many servers a job can have at most */
    SettledServers(ExecutionState state, int jobSize) {
        this.state = state;
        this.jobSize = jobSize;
    }

    /**
     * Those that may be launched, in plan order.
     *
     * @param aligned servers whose settings are as the plan wants them
     * @param open servers whose settings are not known to be
     */
    List<ServerState> of(List<ServerState> aligned, List<ServerState> open) {
        Map<Target, List<ServerState>> byTarget = new LinkedHashMap<>();
        aligned.forEach(server -> byTarget.computeIfAbsent(server.target(), any -> new ArrayList<>())
                .add(server));
        return byTarget.entrySet().stream()
                .flatMap(here -> isExpectingMore(here.getKey(), open)
                        ? here.getValue().stream().limit(here.getValue().size() / jobSize * (long) jobSize)
                        : here.getValue().stream())
                .toList();
    }

    private boolean isExpectingMore(Target target, List<ServerState> open) {
        return open.stream()
                .filter(server -> server.target().equals(target))
                .anyMatch(server -> state.effect(AlignSettings.key(server.id())).failures() == 0);
    }
}
