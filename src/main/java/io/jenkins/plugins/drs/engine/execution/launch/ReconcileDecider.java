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
 * Finds out what became of launches whose answer is missing: an outcome is journalled before this is asked, so a
 * launch that is still in doubt here lost its answer, or the engine died in the middle of the call.
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
            if (launch.isInDoubt()) {
                reconcile(launch, now, decision);
            }
        }
    }

    /** Only looks that came after the limit prove anything: a job may show up some time after it was accepted. */
    private void reconcile(LaunchState launch, Instant now, Decision decision) {
        Instant certain = launch.at().plus(timing.doubtLimit());
        boolean lookedInTime = launch.looks() > 1 && !now.isBefore(certain);
        if (lookedInTime) {
            decision.emit(new LaunchNotMade(
                    launch.intended().launchId(),
                    "No job with its tags showed up within "
                            + timing.doubtLimit().toSeconds() + " s."));
        } else {
            decision.poll(timing.doubtPoll(), new FindLaunch(launch));
        }
    }
}
