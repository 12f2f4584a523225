package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WaveGraph;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Says what the wave graph means for a wave, as waves stand now. */
final class WaveOrder {
    private final ExecutionState state;
    private final WaveGraph graph;
    private final Map<String, OnFailure> reactions = new HashMap<>();

    WaveOrder(ExecutionState state) {
        this.state = state;
        this.graph = WaveGraph.of(state.plan().waves());
        state.plan()
                .waves()
                .forEach(wave -> reactions.put(wave.waveName(), wave.policy().onFailure()));
    }

    /** Whether a wave that it depends on has yet to end. */
    boolean mustWait(Wave wave) {
        return graph.dependenciesOf(wave.waveName()).stream()
                .anyMatch(name -> !state.wave(name).status().ended());
    }

    /** Whether a person has to let this wave go on, and with it the execution: the first of those that depend on none. */
    boolean isToBeConfirmed(Wave wave) {
        return state.started().options().found().asksToConfirm() && first().equals(wave.waveName());
    }

    /** Whether it waits for the wave that has to be confirmed. */
    boolean waitsForConfirmation(Wave wave) {
        return state.started().options().found().asksToConfirm()
                && !isToBeConfirmed(wave)
                && !state.wave(first()).approval().orElse(false);
    }

    private String first() {
        return state.plan().waves().stream()
                .map(Wave::waveName)
                .filter(name -> graph.dependenciesOf(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** A wave that it depends on and that ended in a way that keeps it from starting. */
    Optional<String> blockedBy(Wave wave) {
        return graph.dependenciesOf(wave.waveName()).stream()
                .filter(this::blocks)
                .findFirst();
    }

    /** A wave that was skipped or cancelled never lets others go on: it did nothing. */
    private boolean blocks(String name) {
        WaveStatus status = state.wave(name).status();
        return switch (status) {
            case SKIPPED, CANCELLED -> true;
            case PARTIAL, FAILED -> reactions.get(name) == OnFailure.STOP;
            default -> false;
        };
    }
}
