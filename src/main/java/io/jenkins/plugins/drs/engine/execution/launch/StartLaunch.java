package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchNotMade;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.NewId;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls {@code StartRecovery} once. An answer that was lost leaves the launch in doubt: it is looked up by its tags
 * before anything else is launched for its servers. So does an answer that is about another launch, or does not say which one.
 */
final class StartLaunch implements Effect {
    private final LaunchIntended launch;
    private final boolean drill;
    private final Instant deadline;
    private final Set<String> knownJobs;

    StartLaunch(LaunchIntended launch, boolean drill, Instant deadline, Set<String> knownJobs) {
        this.launch = launch;
        this.drill = drill;
        this.deadline = deadline;
        this.knownJobs = knownJobs;
    }

    /** Attempts for a wave in a target wait together after a failure, whichever servers they hold. */
    static String gate(String wave, Target target) {
        return "launch/" + wave + "/" + target.key();
    }

    @Override
    public Collection<String> about() {
        return List.of(launch.launchId());
    }

    @Override
    public String key() {
        return keyFor(launch);
    }

    static String keyFor(LaunchIntended launch) {
        return gate(launch.wave(), launch.target()) + "/" + launch.launchId();
    }

    @Override
    public String gate() {
        return gate(launch.wave(), launch.target());
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(launch.target(), "drs:StartRecovery"));
    }

    @Override
    public List<ExecutionEvent> intent() {
        return List.of(launch);
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        RecoveryJob job = aws.drs(launch.target()).startRecovery(launch.sourceServerIds(), drill, launch.tags());
        String jobId = NewId.of("drs:StartRecovery", job.jobId(), knownJobs);
        return job.tags().isEmpty() ? List.of() : List.of(new LaunchAccepted(launch.launchId(), jobId, false));
    }

    @Override
    public List<ExecutionEvent> deferred(AwsFailure failure) {
        return failure.kind().isInDoubt()
                ? List.of()
                : List.of(new LaunchNotMade(launch.launchId(), failure.sentence()));
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        if (failure.kind().isInDoubt()) {
            return List.of();
        }
        String reason = failure.explained();
        List<ExecutionEvent> events = new ArrayList<>();
        events.add(new LaunchNotMade(launch.launchId(), failure.sentence()));
        launch.sourceServerIds().forEach(id -> events.add(new ServerFailed(id, FailureStage.START, reason)));
        return events;
    }

    @Override
    public Optional<Instant> deadline(FailureKind kind) {
        return Optional.of(deadline);
    }
}
