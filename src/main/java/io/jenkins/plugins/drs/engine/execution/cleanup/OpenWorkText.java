package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchTags;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.InstanceStage;
import io.jenkins.plugins.drs.engine.state.InstanceState;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.LaunchState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Names what of an execution may still run in AWS, for people whose engine cannot go on. */
public final class OpenWorkText {
    private final ExecutionState state;

    private OpenWorkText(ExecutionState state) {
        this.state = state;
    }

    /**
     * What may still run by a journal, a line for each; empty when nothing does. Where it cannot be read to its end, the
     * last line says how to find what it may tell of.
     *
     * @param journal may be missing or damaged
     */
    public static List<String> in(Path journal) {
        ExecutionState state = new ExecutionState();
        if (!Files.notExists(journal)) { // one in a folder that may not be read may be there
            try {
                EventLog.read(journal, state::apply);
            } catch (IOException | RuntimeException e) {
                List<String> lines = new OpenWorkText(state).lines(); // as of the last line that can be read
                if (state.unreadable().isEmpty()) {
                    lines.add(unread(state));
                }
                return lines;
            }
        }
        return new OpenWorkText(state).lines();
    }

    /** What may still run as of the last event that is in the journal, a line for each; empty when nothing does. */
    public static List<String> of(ExecutionState state) {
        return new OpenWorkText(state).lines();
    }

    /** What came after the readable part may have launched more, so that nobody may say that nothing runs. */
    private static String unread(ExecutionState state) {
        String tag = state.started() == null
                ? LaunchTags.EXECUTION
                : LaunchTags.EXECUTION + "=" + state.started().executionId();
        return "whatever the unreadable part of the journal tells of: jobs that it started have the tag " + tag;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        state.instances().stream()
                .filter(one -> one.isOpen() || one.stage() == InstanceStage.LEFT)
                .forEach(one -> lines.add(text(one)));
        state.jobs().stream().filter(job -> !job.isCompleted()).forEach(job -> lines.add(text(job)));
        state.launches().stream().filter(LaunchState::isInDoubt).forEach(launch -> lines.add(text(launch)));
        state.actions().stream()
                .filter(action -> action.isEnded() ? isLeft(action) : action.startPossible())
                .forEach(action -> lines.add(text(action)));
        if (!state.unreadable().isEmpty()) {
            lines.add(unread(state));
        }
        return lines;
    }

    /** Whether it was named before as perhaps running: that may be the last that anybody hears of it. */
    private boolean isLeft(ActionState action) {
        return action.executionId()
                .map(state::isLeftBehind)
                .orElse(state.isLeftBehind(action.intended().clientToken()));
    }

    private String text(InstanceState instance) {
        return "recovery instance " + instance.id() + " of " + server(instance.sourceServerId()) + " in "
                + instance.target();
    }

    private String text(JobState job) {
        String does = job.purpose() == JobState.Purpose.LAUNCH ? " launches " : " terminates instances of ";
        return "job " + job.jobId() + " in " + job.target() + ", which" + does + servers(job.members());
    }

    private String text(LaunchState launch) {
        return "a launch of " + servers(launch.intended().sourceServerIds()) + " in "
                + launch.intended().target() + " that AWS may have taken: a job with the tag "
                + "DrsOrchestrationLaunch=" + launch.intended().launchId();
    }

    private static String text(ActionState action) {
        String which = action.executionId()
                .map(id -> "automation " + id)
                .orElse("an automation that may have started with the client token "
                        + action.intended().clientToken());
        return which + " of action '" + action.intended().name() + "' in "
                + action.intended().target();
    }

    private String servers(List<String> ids) {
        return ids.size() > 3
                ? ids.size() + " servers"
                : String.join(", ", ids.stream().map(this::server).toList());
    }

    private String server(String id) {
        return state.server(id)
                .map(server -> server.selected().hostname())
                .filter(name -> !name.isBlank())
                .map(name -> name + " (" + id + ")")
                .orElse(id);
    }
}
