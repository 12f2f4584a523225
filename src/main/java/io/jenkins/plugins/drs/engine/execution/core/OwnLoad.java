package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.InFlight;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import io.jenkins.plugins.drs.engine.state.TerminationState;

/** What an execution takes of a target's limits itself. A call whose outcome is not known counts: it may be running. */
public final class OwnLoad {
    private final ExecutionState state;
    private final Target target;

    private OwnLoad(ExecutionState state, Target target) {
        this.state = state;
        this.target = target;
    }

    /** Jobs in progress in a target and servers in them. */
    public static InFlight of(ExecutionState state, Target target) {
        OwnLoad load = new OwnLoad(state, target);
        return load.launches().plus(load.terminations());
    }

    private InFlight launches() {
        InFlight sum = new InFlight(0, 0);
        for (JobState job : state.jobBook().running(target)) {
            if (job.purpose() == JobState.Purpose.LAUNCH) {
                sum = sum.plus(new InFlight(1, job.members().size()));
            }
        }
        for (LaunchState launch : state.launches()) {
            if (launch.isInDoubt() && launch.intended().target().equals(target)) {
                sum = sum.plus(
                        new InFlight(1, launch.intended().sourceServerIds().size()));
            }
        }
        return sum;
    }

    private InFlight terminations() {
        InFlight sum = new InFlight(0, 0);
        for (TerminationState termination : state.terminations()) {
            boolean here = termination.intended().target().equals(target);
            if (here && (termination.open() || isRunning(termination))) {
                sum = sum.plus(new InFlight(
                        1, termination.intended().recoveryInstanceIds().size()));
            }
        }
        return sum;
    }

    private boolean isRunning(TerminationState termination) {
        return termination
                .jobId()
                .flatMap(state::job)
                .filter(job -> !job.isCompleted())
                .isPresent();
    }
}
