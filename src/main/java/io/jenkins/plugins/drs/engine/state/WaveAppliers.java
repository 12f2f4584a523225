package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.ActionEvent;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionNotStarted;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionObserved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionSecretsResolved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStartRepeated;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopIntended;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStopped;
import io.jenkins.plugins.drs.engine.event.WaveEvent;
import io.jenkins.plugins.drs.engine.event.WaveEvent.PauseDecided;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveReleased;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WavesClosed;
import java.util.function.UnaryOperator;

/** Appliers of what befalls waves and their actions. */
final class WaveAppliers {
    private WaveAppliers() {}

    static void register() {
        Appliers.on(WaveReleased.class, (state, event, at) -> wave(state, event, WaveState::withRelease));
        Appliers.on(WavesClosed.class, (state, event, at) -> state.wavesClosed = true);
        Appliers.on(WaveMoved.class, (state, event, at) -> wave(state, event, wave -> wave.movedTo(event.to(), at)));
        Appliers.on(
                PauseDecided.class,
                (state, event, at) -> wave(state, event, wave -> wave.withApproval(event.approved())));
        Appliers.on(ActionIntended.class, (state, event, at) -> {
            state.causes.about(event.action().toString());
            state.actions.put(event.action(), ActionState.intended(event, at));
        });
        Appliers.on(
                ActionSecretsResolved.class,
                (state, event, at) -> action(state, event, a -> a.withVersions(event.versions())));
        Appliers.on(
                ActionStarted.class,
                (state, event, at) -> action(state, event, a -> a.started(event.automationExecutionId())));
        Appliers.on(ActionNotStarted.class, (state, event, at) -> action(state, event, a -> a.withStart(false)));
        Appliers.on(ActionStartRepeated.class, (state, event, at) -> action(state, event, a -> a.withStart(true)));
        Appliers.on(ActionObserved.class, (state, event, at) -> action(state, event, a -> a.observed(event.status())));
        Appliers.on(
                ActionStopIntended.class,
                (state, event, at) -> action(state, event, a -> a.stopping(event.because(), at)));
        Appliers.on(ActionStopped.class, (state, event, at) -> action(state, event, a -> a.stopped(at)));
        Appliers.on(
                ActionEnded.class,
                (state, event, at) -> action(
                        state,
                        event,
                        a -> a.ended(event.outcome(), event.ended().orElse(at))));
    }

    private static void wave(ExecutionState state, WaveEvent event, UnaryOperator<WaveState> change) {
        state.causes.about(Causes.wave(event.wave()));
        state.waves.computeIfPresent(event.wave(), (name, wave) -> change.apply(wave));
    }

    private static void action(ExecutionState state, ActionEvent event, UnaryOperator<ActionState> change) {
        if (!(event instanceof ActionObserved)) {
            state.causes.about(event.action().toString());
        }
        state.actions.computeIfPresent(event.action(), (ref, action) -> change.apply(action));
    }
}
