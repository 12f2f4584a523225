package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a run ended, to be compared with another run.
 *
 * @param how status, waves, servers
 * @param lasted how long it took, by the clock of AWS
 * @param isWhole whether it completed, with every wave and every server
 */
record Ending(String how, Duration lasted, boolean isWhole) {
    /** The end of a run whose journal took no more. */
    private static final String BROKEN_OFF = "BROKEN OFF";

    static Ending brokenOff(Duration lasted) {
        return new Ending(BROKEN_OFF, lasted, false);
    }

    static Ending of(ExecutionState state, Duration lasted) {
        Stream<String> waves = state.waves().stream().map(wave -> wave.name() + ' ' + wave.status());
        Stream<String> servers =
                state.servers().stream().map(server -> server.selected().hostname() + ' ' + server.stage());
        String parts = Stream.concat(waves, servers).map(part -> ", " + part).collect(Collectors.joining());
        return new Ending(state.status() + parts, lasted, isWhole(state));
    }

    private static boolean isWhole(ExecutionState state) {
        return state.status() == ExecutionStatus.COMPLETED
                && state.waves().stream().allMatch(wave -> wave.status() == WaveStatus.COMPLETED)
                && state.servers().stream().allMatch(server -> server.stage() == ServerStage.VALIDATED);
    }

    boolean isBrokenOff() {
        return how.equals(BROKEN_OFF);
    }
}
