package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Visibility;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Ends the waves of an execution that was cancelled. Running automations are stopped first. Jobs of DRS cannot be
 * stopped: cleanup waits for them and takes down what they launch.
 */
public final class CancelDecider implements Decider {
    private final ActionSequence actions;

    public CancelDecider(ActionSequence actions) {
        this.actions = actions;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() != Phase.WAVES || state.cancelReason().isEmpty()) {
            return;
        }
        if (state.isStopRequested()) {
            state.actions().forEach(action -> abandon(decision, action, "The execution was stopped while it ran."));
        } else if (stopActions(state, now, decision)) {
            return;
        }
        String reason = state.cancelReason().get();
        for (Wave wave : state.plan().waves()) {
            if (!state.wave(wave.waveName()).status().ended()) {
                new WaveEnding(state, decision, wave).cancel(reason);
            }
        }
        decision.emit(new CleanupBegun(reason));
    }

    /** Leaves an action as it is, and names it where it may run. */
    static void abandon(Decision decision, ActionState action, String reason) {
        if (action.isEnded()) {
            return;
        }
        ActionIntended intended = action.intended();
        String id = action.executionId().orElse(intended.clientToken());
        if (action.startPossible()) {
            decision.emit(new LeftBehind(RemnantKind.AUTOMATION, id, intended.target(), false, reason));
        }
        decision.emit(new ActionEnded(intended.action(), ActionOutcome.CANCELLED, action.status(), reason, Map.of()));
    }

    private boolean stopActions(ExecutionState state, Instant now, Decision decision) {
        boolean stopping = false;
        for (ActionState action : state.actions()) {
            if (!action.isEnded()) {
                actions.stop(state, now, decision, action, ActionOutcome.CANCELLED);
                stopping = true;
            }
        }
        return stopping;
    }

    /**
     * Ends the waves when AWS refuses the keys of every call and nobody renews them: neither waiting nor trying again would
     * change anything. What runs, or may run, is named by cleanup.
     */
    public static final class KeysDecider implements Decider {
        @Override
        public void decide(ExecutionState state, Instant now, Decision decision) {
            if (state.phase() != Phase.WAVES) {
                return;
            }
            Visibility.lostForGoodAt(state).ifPresent(end -> decision.isDue(Optional.of(end)));
            Visibility.lostForGood(state, now).ifPresent(reason -> {
                state.actions().forEach(action -> CancelDecider.abandon(decision, action, reason));
                for (Wave wave : state.plan().waves()) {
                    if (!state.wave(wave.waveName()).status().ended()) {
                        new WaveEnding(state, decision, wave).lose(reason);
                    }
                }
                decision.emit(new CleanupBegun(reason));
            });
        }
    }
}
