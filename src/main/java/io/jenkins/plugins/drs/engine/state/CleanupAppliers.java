package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoverFound;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftoversSearched;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.RemainsObserved;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationIntended;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationNotMade;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Appliers of what is taken down. */
final class CleanupAppliers {
    private CleanupAppliers() {}

    static void register() {
        Appliers.on(CleanupBegun.class, (state, event, at) -> {
            state.move(Phase.CLEANUP);
            state.cleanupBegan = at;
        });
        Appliers.on(LeftoverFound.class, CleanupAppliers::leftoverFound);
        Appliers.on(
                LeftoversSearched.class,
                (state, event, at) ->
                        state.stepsDone.add("leftovers/" + event.target().key()));
        Appliers.on(TerminationIntended.class, CleanupAppliers::intended);
        Appliers.on(TerminationAccepted.class, CleanupAppliers::accepted);
        Appliers.on(TerminationNotMade.class, CleanupAppliers::notMade);
        Appliers.on(InstanceTerminated.class, CleanupAppliers::terminated);
        Appliers.on(RemainsObserved.class, CleanupAppliers::remains);
        Appliers.on(LeftBehind.class, CleanupAppliers::leftBehind);
    }

    private static void leftoverFound(ExecutionState state, LeftoverFound event, Instant at) {
        state.instances.enter(InstanceState.up(
                event.recoveryInstanceId(), event.sourceServerId(), event.target(), event.jobId(), at));
    }

    private static void intended(ExecutionState state, TerminationIntended event, Instant at) {
        state.causes.about(event.terminationId());
        state.terminations.put(event.terminationId(), new TerminationState(event, true, Optional.empty()));
        state.remainsSeen.remove(event.target());
        event.recoveryInstanceIds().forEach(id -> stage(state, id, InstanceStage.GOING, at));
    }

    private static void accepted(ExecutionState state, TerminationAccepted event, Instant at) {
        state.causes.about(event.jobId());
        TerminationState termination = state.terminations.get(event.terminationId());
        state.terminations.put(
                event.terminationId(), new TerminationState(termination.intended(), false, Optional.of(event.jobId())));
        state.jobs.put(JobState.accepted(
                event.jobId(),
                termination.intended().target(),
                JobState.Purpose.TERMINATE,
                at,
                servers(state, termination.intended())));
    }

    private static List<String> servers(ExecutionState state, TerminationIntended termination) {
        return termination.recoveryInstanceIds().stream()
                .flatMap(id -> state.instance(id).stream())
                .map(InstanceState::sourceServerId)
                .toList();
    }

    /** Other people, or a termination whose answer was lost, may have terminated what was not on its way yet. */
    private static void terminated(ExecutionState state, InstanceTerminated event, Instant at) {
        String id = event.recoveryInstanceId();
        if (state.instance(id)
                .filter(instance -> instance.stage() == InstanceStage.UP)
                .isPresent()) {
            stage(state, id, InstanceStage.GOING, at);
        }
        stage(state, id, InstanceStage.GONE, at);
    }

    /** If it was made all the same, only a new look at the target's jobs can tell. */
    private static void notMade(ExecutionState state, TerminationNotMade event, Instant at) {
        TerminationState termination = state.terminations.get(event.terminationId());
        state.terminations.put(
                event.terminationId(), new TerminationState(termination.intended(), false, Optional.empty()));
        state.loads.remove(termination.intended().target());
    }

    /** What is still there after its termination was to have ended, or may not have been made, is terminated again. */
    private static void remains(ExecutionState state, RemainsObserved event, Instant at) {
        state.remainsSeen.add(event.target());
        state.terminations.replaceAll((id, termination) -> isOpenIn(event.target(), termination)
                ? new TerminationState(termination.intended(), false, Optional.empty())
                : termination);
        state.loads.remove(event.target());
        for (String id : event.recoveryInstanceIds()) {
            stage(state, id, InstanceStage.UP, at);
        }
    }

    private static boolean isOpenIn(Target target, TerminationState termination) {
        return termination.open() && termination.intended().target().equals(target);
    }

    private static void leftBehind(ExecutionState state, LeftBehind event, Instant at) {
        state.leftBehind.add(event.id());
        state.leftUnasked |= !event.asked();
        stage(state, event.id(), InstanceStage.LEFT, at);
    }

    private static void stage(ExecutionState state, String id, InstanceStage to, Instant at) {
        state.instances.change(
                id, instance -> instance.isOpen() && instance.stage() != to ? instance.at(to, at) : instance);
    }
}
