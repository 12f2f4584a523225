package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServersTaken;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.UnknownJobSeen;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.CancelRequested;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.StopRequested;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gives up servers that another execution launches, and ends an execution that another process runs, too. That one may
 * know everything that this one launched, so nothing is taken down: it is named.
 */
public final class ContentionDecider implements Decider {
    private static final String BY = "AWS Elastic Disaster Recovery";

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        boolean works = state.phase() == Phase.WAVES || state.phase() == Phase.CLEANUP;
        if (!works || state.isStopRequested()) {
            return;
        }
        List<UnknownJobSeen> unknown = state.jobBook().contention().unknownJobs().stream()
                .filter(job -> !isOurs(state, job))
                .toList();
        if (!unknown.isEmpty()) {
            stop(state, decision, unknown);
        } else if (state.phase() == Phase.WAVES) {
            state.jobBook().contention().takenServers().forEach((id, taken) -> state.server(id)
                    .filter(server -> mustGiveUp(server, taken))
                    .ifPresent(server -> decision.emit(givenUp(server, taken))));
        }
    }

    /** Its answer came after it was seen, or is still to be looked up. */
    private static boolean isOurs(ExecutionState state, UnknownJobSeen job) {
        return state.job(job.jobId()).isPresent()
                || state.launches().stream()
                        .filter(LaunchState::isInDoubt)
                        .map(LaunchState::intended)
                        .anyMatch(launch -> launch.launchId().equals(job.launchId())
                                && launch.sourceServerIds().containsAll(job.sourceServerIds()));
    }

    private static void stop(ExecutionState state, Decision decision, List<UnknownJobSeen> unknown) {
        String id = state.started().executionId();
        String jobs = unknown.stream().map(UnknownJobSeen::jobId).collect(Collectors.joining(", "));
        String reason = "Another process runs execution " + id + ", too: it started " + jobs
                + ", which this journal does not know. Nothing more was done here. Let one process go on, and clean up"
                + " when it has ended: './drs cleanup FILE', with the plan's document, or drsCleanup finds what both launched.";
        decision.emit(new CancelRequested(BY, reason));
        decision.emit(new StopRequested(BY));
        unknown.forEach(job -> decision.emit(
                new LeftBehind(RemnantKind.JOB, job.jobId(), job.target(), false, "Another process started it.")));
    }

    /** Of two jobs for one server the older one counts, so that not both executions give up. */
    private static boolean mustGiveUp(ServerState server, ServersTaken taken) {
        return switch (server.stage()) {
            case WAITING -> true;
            case IN_JOB, LAUNCHED -> taken.older();
            default -> false;
        };
    }

    private static ServerFailed givenUp(ServerState server, ServersTaken taken) {
        FailureStage stage = server.stage() == ServerStage.LAUNCHED
                ? FailureStage.VALIDATION
                : server.stage() == ServerStage.WAITING ? FailureStage.START : FailureStage.LAUNCH;
        String who = taken.executionId().isEmpty() ? "Another tool" : "Execution " + taken.executionId();
        return new ServerFailed(
                server.id(),
                stage,
                who + " launched it in job " + taken.jobId() + " after the preflight checks, so it was left to that.");
    }
}
