package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ends that came too late: while a call was under way, its server or action was given up for another reason. */
final class StaleEvents {
    private StaleEvents() {}

    /** The events, without a second end of anything. */
    static List<ExecutionEvent> without(List<ExecutionEvent> events, ExecutionState state) {
        Set<Object> ended = new HashSet<>();
        return events.stream()
                .filter(event -> !isStale(event, state))
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
