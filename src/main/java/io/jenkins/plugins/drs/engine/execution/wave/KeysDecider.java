package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Visibility;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends the waves when AWS refuses the keys of every call and nobody renews them: neither waiting nor trying again would
 * change anything. What runs, or may run, is named by cleanup.
 */
public final class KeysDecider implements Decider {
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
