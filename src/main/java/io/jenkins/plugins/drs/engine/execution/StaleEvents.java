package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.TerminationAccepted;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came too late, while calls were under way: the end of a server or an action that was given up for another reason, and
 * the id in an answer that another call had already. What that call began is looked up as after a lost answer.
 */
final class StaleEvents {
    private StaleEvents() {}

    /** The events, without a second end or beginning of anything. */
    static List<ExecutionEvent> without(List<ExecutionEvent> events, ExecutionState state) {
        Set<Object> ended = new HashSet<>();
        Set<String> begun = new HashSet<>();
        return events.stream()
                .filter(event -> !isStale(event, state))
                .filter(event -> begunBy(event)
                        .map(id -> !isKnown(id, state) && begun.add(id))
                        .orElse(true))
                .filter(event -> endOf(event).map(ended::add).orElse(true))
                .toList();
    }

    /** What an event ends; empty when it ends nothing. */
    private static Optional<Object> endOf(ExecutionEvent event) {
        if (event instanceof ServerFailed failed) {
            return Optional.of(failed.sourceServerId());
        }
        if (event instanceof ServerValidated validated) {
            return Optional.of(validated.sourceServerId());
        }
        return event instanceof ActionEnded ended ? Optional.of(ended.action()) : Optional.empty();
    }

    /** Job or automation that an answer named as what its call began. */
    private static Optional<String> begunBy(ExecutionEvent event) {
        if (event instanceof LaunchAccepted launch) {
            return Optional.of(launch.jobId());
        }
        if (event instanceof TerminationAccepted termination) {
            return Optional.of(termination.jobId());
        }
        return event instanceof ActionStarted action ? Optional.of(action.automationExecutionId()) : Optional.empty();
    }

    private static boolean isKnown(String id, ExecutionState state) {
        return state.job(id).isPresent()
                || state.actions().stream()
                        .anyMatch(action ->
                                action.executionId().filter(id::equals).isPresent());
    }

    private static boolean isStale(ExecutionEvent event, ExecutionState state) {
        if (event instanceof ServerFailed failed) {
            return isServerOver(failed.sourceServerId(), state);
        }
        if (event instanceof ServerValidated validated) {
            return isServerOver(validated.sourceServerId(), state);
        }
        return event instanceof ActionEnded ended
                && state.action(ended.action()).filter(ActionState::isEnded).isPresent();
    }

    private static boolean isServerOver(String id, ExecutionState state) {
        return state.server(id).filter(server -> server.stage().isEnd()).isPresent();
    }
}
