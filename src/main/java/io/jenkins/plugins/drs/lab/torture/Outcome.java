package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a run.
 *
 * @param events the journal at the end, as a reader gets it
 * @param besides the journal of another process that worked beside it; empty where there was none
 * @param record what really happened, a day after the end
 * @param texts what people and files got to see, by what it is
 * @param ending how it ended, for comparison with another run
 * @param troubles what was broken while it ran, by the number of the promise
 */
record Outcome(
        Scenario scenario,
        List<RecordedEvent> events,
        List<RecordedEvent> besides,
        SimulatorRecord record,
        List<Text> texts,
        Ending ending,
        List<Broken> troubles) {

    /** Something that was written. */
    record Text(String what, String content) {}

    Outcome {
        events = List.copyOf(events);
        besides = List.copyOf(besides);
        texts = List.copyOf(texts);
        troubles = List.copyOf(troubles);
    }

    <E extends ExecutionEvent> List<E> events(Class<E> type) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<LeftBehind> left() {
        List<LeftBehind> left = new ArrayList<>(events(LeftBehind.class));
        besides.stream()
                .map(RecordedEvent::event)
                .filter(LeftBehind.class::isInstance)
                .map(LeftBehind.class::cast)
                .forEach(left::add);
        return left;
    }

    /** What people were told of that may still run, when the journal took no more for good; empty in any other run. */
    Optional<String> told() {
        return ending.isBrokenOff()
                ? texts.stream()
                        .filter(text -> text.what().equals(Writings.TOLD))
                        .map(Text::content)
                        .findFirst()
                : Optional.empty();
    }

    /** How it ended; empty when it did not. */
    Optional<ExecutionStatus> status() {
        return events(ExecutionFinished.class).stream()
                .map(ExecutionFinished::status)
                .findFirst();
    }

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
            String parts =
                    Stream.concat(waves, servers).map(part -> ", " + part).collect(Collectors.joining());
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
}
