package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.execution.core.Visibility;
import io.jenkins.plugins.drs.engine.execution.launch.PollFreshness;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceStage;
import io.jenkins.plugins.drs.engine.state.InstanceState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What of an execution still has to come to an end in AWS. */
final class OpenWork {
    private final ExecutionState state;

    OpenWork(ExecutionState state) {
        this.state = state;
    }

    /** Whether instances are to stay: a recovery is never taken down, a drill may have been asked not to be. */
    boolean isKeeping() {
        return state.started().options().keepInstances() || state.started().mode() == Mode.RECOVERY;
    }

    /** Every target in which this execution launched or found something. */
    Set<Target> targets() {
        Set<Target> targets = new TreeSet<>(state.instanceBook().targets());
        state.launches().forEach(launch -> targets.add(launch.intended().target()));
        return targets;
    }

    boolean isNothingOpen() {
        boolean noInstance = state.instanceBook().targets().stream()
                .noneMatch(target -> isAny(target, InstanceStage.UP) || isAny(target, InstanceStage.GOING));
        return noInstance
                && openJobs().findAny().isEmpty()
                && openLaunches().findAny().isEmpty()
                && (isKeeping() || state.isStopRequested() || targets().stream().noneMatch(this::needsLook));
    }

    /** Whether an instance may still come up. */
    boolean mayStillLaunch() {
        return targets().stream().anyMatch(this::mayStillLaunchIn);
    }

    private boolean mayStillLaunchIn(Target target) {
        return openLaunches().anyMatch(launch -> launch.intended().target().equals(target))
                || isAnyOpen(target, JobState.Purpose.LAUNCH);
    }

    private boolean isTerminatingIn(Target target) {
        return isAnyOpen(target, JobState.Purpose.TERMINATE);
    }

    private boolean isAnyOpen(Target target, JobState.Purpose purpose) {
        return state.jobBook().running(target).stream().anyMatch(job -> job.purpose() == purpose && isOpen(job));
    }

    /** Whether it has to be seen what is there: not looked at yet, or something is on its way out. */
    boolean needsLook(Target target) {
        boolean settled =
                state.areRemainsSeen(target) || state.isLeftBehind(target.key()) || isAny(target, InstanceStage.LEFT);
        return isAny(target, InstanceStage.GOING) || !settled;
    }

    /** Whether a look would tell something: not while jobs run, nor before one that is still to come. */
    boolean isLookDue(Target target) {
        return needsLook(target)
                && !mayStillLaunchIn(target)
                && !isTerminatingIn(target)
                && (!isAny(target, InstanceStage.UP) || isInDoubt(target));
    }

    /** Whether a termination was cut off by a crash: until it is known what became of it, it takes of the limits. */
    private boolean isInDoubt(Target target) {
        return state.terminations().stream()
                .anyMatch(termination ->
                        termination.open() && termination.intended().target().equals(target));
    }

    private boolean isAny(Target target, InstanceStage stage) {
        return !state.instanceBook().in(target, stage).isEmpty();
    }

    private Stream<JobState> openJobs() {
        return state.jobBook().running().stream().filter(this::isOpen);
    }

    private boolean isOpen(JobState job) {
        return !state.isLeftBehind(job.jobId());
    }

    private Stream<LaunchState> openLaunches() {
        return state.launches().stream()
                .filter(launch -> launch.isInDoubt()
                        && !state.isLeftBehind(launch.intended().launchId()));
    }

    /** Whether everything that is open was looked at since then: nothing is said to stay on older knowledge. */
    boolean isSeenSince(Instant limit, Instant now) {
        return openLaunches().allMatch(launch -> PollFreshness.isLaunchLookedUpSince(state, launch, limit, now))
                && openJobs().allMatch(job -> PollFreshness.areJobsLookedAtSince(state, job.target(), limit, now))
                && (isKeeping()
                        || targets().stream().filter(this::isLookDue).allMatch(target -> isSeen(target, limit, now)));
    }

    private boolean isSeen(Target target, Instant limit, Instant now) {
        return Visibility.isOver(state, ObserveRemains.keyFor(target), limit, now);
    }

    /** Why it is not seen what is open; empty when all of it is. */
    Optional<String> lost() {
        return Stream.of(
                        openLaunches().flatMap(launch -> PollFreshness.launchLost(state, launch).stream()),
                        openJobs().flatMap(job -> PollFreshness.jobsLost(state, job.target()).stream()),
                        targets().stream()
                                .flatMap(target ->
                                        Visibility.lost(state.effect(ObserveRemains.keyFor(target))).stream()))
                .flatMap(Function.identity())
                .findFirst();
    }

    void keepInstances(Decision decision) {
        state.instances().stream()
                .filter(InstanceState::isOpen)
                .forEach(instance -> leave(decision, instance, true, "It was asked to stay."));
    }

    void leaveAll(Decision decision, String reason) {
        state.instances().stream()
                .filter(InstanceState::isOpen)
                .forEach(instance -> leave(decision, instance, isKeeping(), reason));
        openJobs()
                .forEach(job ->
                        decision.emit(new LeftBehind(RemnantKind.JOB, job.jobId(), job.target(), false, reason)));
        openLaunches()
                .forEach(launch -> decision.emit(new LeftBehind(
                        RemnantKind.LAUNCH_IN_DOUBT,
                        launch.intended().launchId(),
                        launch.intended().target(),
                        false,
                        reason)));
        if (!isKeeping() && !state.isStopRequested()) {
            targets().stream().filter(this::isUnseen).forEach(target -> decision.emit(unseen(target, reason)));
        }
    }

    private boolean isUnseen(Target target) {
        return needsLook(target) && !isAny(target, InstanceStage.UP) && !isAny(target, InstanceStage.GOING);
    }

    private static LeftBehind unseen(Target target, String reason) {
        String why = "Whether something runs there could not be checked. " + reason;
        return new LeftBehind(RemnantKind.UNSEEN, target.key(), target, false, why);
    }

    private static void leave(Decision decision, InstanceState instance, boolean asked, String reason) {
        decision.emit(new LeftBehind(RemnantKind.RECOVERY_INSTANCE, instance.id(), instance.target(), asked, reason));
    }
}
