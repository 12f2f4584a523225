package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.CancelRequested;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WaveGraph;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.state.WaveState;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves each wave on when what it waits for has come. */
public final class WaveDecider implements Decider {
    private final ActionSequence actions;

    public WaveDecider(ActionSequence actions) {
        this.actions = actions;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() != Phase.WAVES || state.cancelReason().isPresent()) {
            return;
        }
        WaveOrder order = new WaveOrder(state);
        for (Wave wave : state.plan().waves()) {
            new Turn(state, now, decision, wave, order).take();
        }
        if (state.waves().stream().allMatch(wave -> wave.status().ended())) {
            decision.emit(new CleanupBegun("Every wave has ended."));
        }
    }

    /** One look at one wave. */
    private final class Turn {
        private final ExecutionState state;
        private final Instant now;
        private final Decision decision;
        private final Wave wave;
        private final WaveOrder order;
        private final WaveEnding ending;

        Turn(ExecutionState state, Instant now, Decision decision, Wave wave, WaveOrder order) {
            this.state = state;
            this.now = now;
            this.decision = decision;
            this.wave = wave;
            this.order = order;
            this.ending = new WaveEnding(state, decision, wave);
        }

        void take() {
            switch (state.wave(wave.waveName()).status()) {
                case PENDING -> whenPending();
                case PAUSED -> whenPaused();
                case PRE_ACTIONS ->
                    whenInActions(ActionPhase.PRE, wave.preWaveActions().size());
                case LAUNCHING -> whenLaunching();
                case VALIDATING -> whenValidating();
                case POST_ACTIONS ->
                    whenInActions(ActionPhase.POST, wave.postWaveActions().size());
                default -> {}
            }
        }

        private void whenPending() {
            WaveState current = state.wave(wave.waveName());
            if (order.blockedBy(wave).isPresent()) {
                ending.skip("Wave " + order.blockedBy(wave).get() + ", which it depends on, did not complete.");
            } else if (order.mustWait(wave) || order.waitsForConfirmation(wave)) {
                return;
            } else if (state.started().options().waveByWave() && !current.released()) {
                skipWhenClosed();
            } else {
                boolean pauses = wave.policy().pauseBefore() || order.isToBeConfirmed(wave);
                ending.move(pauses ? WaveStatus.PAUSED : WaveStatus.PRE_ACTIONS, "");
            }
        }

        private void skipWhenClosed() {
            if (state.areWavesClosed()) {
                ending.skip("The pipeline ended without running it.");
            }
        }

        private void whenPaused() {
            state.wave(wave.waveName()).approval().ifPresent(approved -> {
                if (approved) {
                    ending.move(WaveStatus.PRE_ACTIONS, "");
                } else {
                    decision.emit(new CancelRequested("approver", "Wave " + wave.waveName() + " was not approved."));
                }
            });
        }

        private void whenInActions(ActionPhase phase, int count) {
            ActionSequence.Progress progress = actions.advance(state, now, decision, wave, phase);
            if (progress.isFailed()) {
                ending.failWith(progress.reason());
            } else if (progress.isDone() && phase == ActionPhase.PRE) {
                ending.move(WaveStatus.LAUNCHING, "");
            } else if (progress.isDone()) {
                ending.end(servers());
            }
        }

        /** Servers settle one by one in the launch and validation deciders. */
        private void whenLaunching() {
            if (isNoneIn(ServerStage.WAITING, ServerStage.STARTING, ServerStage.IN_JOB)) {
                ending.move(WaveStatus.VALIDATING, "");
            }
        }

        private boolean isNoneIn(ServerStage... stages) {
            return Arrays.stream(stages).allMatch(stage -> state.countIn(wave.waveName(), stage) == 0);
        }

        private void whenValidating() {
            if (!isNoneIn(ServerStage.WAITING, ServerStage.STARTING, ServerStage.IN_JOB, ServerStage.LAUNCHED)) {
                return;
            }
            if (isNoneIn(ServerStage.FAILED) || wave.policy().onFailure() == OnFailure.CONTINUE) {
                ending.move(WaveStatus.POST_ACTIONS, "");
            } else {
                ending.end(servers());
            }
        }

        private List<ServerState> servers() {
            return state.serversOf(wave.waveName());
        }
    }

    /** Says what the wave graph means for a wave, as waves stand now. */
    private static final class WaveOrder {
        private final ExecutionState state;
        private final WaveGraph graph;
        private final Map<String, OnFailure> reactions = new HashMap<>();

        WaveOrder(ExecutionState state) {
            this.state = state;
            this.graph = WaveGraph.of(state.plan().waves());
            state.plan()
                    .waves()
                    .forEach(
                            wave -> reactions.put(wave.waveName(), wave.policy().onFailure()));
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
}
