package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotMade;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Timing;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import io.jenkins.plugins.drs.engine.state.Phase;
import java.time.Instant;

/**
 * Finds out what became of launches whose answer is missing: a launch that is still in doubt and whose
 * call is not under way lost its answer, or the engine died in the middle of the call.
 */
public final class ReconcileDecider implements Decider {
    private final Timing timing;

    public ReconcileDecider(Timing timing) {
        this.timing = timing;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() != Phase.WAVES && state.phase() != Phase.CLEANUP) {
            return;
        }
        for (LaunchState launch : state.launches()) {
            if (launch.isInDoubt() && !decision.isUnderWay(StartLaunch.keyFor(launch.intended()))) {
                reconcile(state, launch, now, decision);
            }
        }
    }

    /**
     * Only a look that came after the limit proves anything: a job may show up some time after it was accepted. Time in
     * which no engine ran does not count: a clock that was set forward looks just like it.
     */
    private void reconcile(ExecutionState state, LaunchState launch, Instant now, Decision decision) {
        Instant certain = state.deadline(lastHeardOf(state, launch), timing.doubtLimit());
        boolean seenMissing = launch.looks() > 1
                && launch.lookedAt().filter(looked -> !looked.isBefore(certain)).isPresent();
        if (seenMissing) {
            decision.emit(new LaunchNotMade(
                    launch.intended().launchId(),
                    "No job with its tags showed up within "
                            + timing.doubtLimit().toSeconds() + " s."));
        } else {
            decision.poll(timing.doubtPoll(), new FindLaunch(state, launch));
        }
    }

    /** AWS may have taken up a call that hung at its very end. */
    private static Instant lastHeardOf(ExecutionState state, LaunchState launch) {
        return state.effect(StartLaunch.keyFor(launch.intended()))
                .lastCallEnded()
                .orElse(launch.at());
    }
}
