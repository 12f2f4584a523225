package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.util.List;

/** Ends that came too late: while a call was under way, its server or action was given up for another reason. */
final class StaleEvents {
    private StaleEvents() {}

    /** The events, without a second end of anything. */
    static List<ExecutionEvent> without(List<ExecutionEvent> events, ExecutionState state) {
        return events.stream().filter(event -> !isStale(event, state)).toList();
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
