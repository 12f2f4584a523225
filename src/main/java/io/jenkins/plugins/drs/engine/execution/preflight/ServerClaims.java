package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions.Holder;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Claims the servers of an execution that launches them, so that no other execution of the host launches them meanwhile. */
final class ServerClaims {
    private static final String CHECK = "Servers in use";

    private final ExecutionState state;
    private final OtherExecutions others;

    ServerClaims(ExecutionState state, OtherExecutions others) {
        this.state = state;
        this.others = others;
    }

    /** Whether it was said that servers of a target are waited for. */
    static boolean isWaiting(ExecutionState state, Target target) {
        return state.isStepDone(waitKey(target));
    }

    private static String waitKey(Target target) {
        return "in use/" + target.key();
    }

    String executionId() {
        return state.started().executionId();
    }

    Answer claim(Target target, Set<String> sourceServerIds) {
        Mode mode = state.started().mode();
        boolean launches = mode == Mode.DRILL || mode == Mode.RECOVERY;
        Optional<Holder> holder = launches && !sourceServerIds.isEmpty()
                ? others.claim(executionId(), sourceServerIds)
                : Optional.empty();
        return new Answer(target, holder, isWaiting(state, target));
    }

    /**
     * What came of a claim.
     *
     * @param holder who has some of the servers; empty when they are claimed
     * @param announced whether it was said before that they are waited for
     */
    record Answer(Target target, Optional<Holder> holder, boolean announced) {
        boolean isWaiting() {
            return holder.filter(Holder::waits).isPresent();
        }

        /** Says once that it waits. */
        List<ExecutionEvent> announcement() {
            return announced
                    ? List.of()
                    : List.of(new StepDone(
                            waitKey(target),
                            List.of(Check.warning(
                                    CHECK, target.toString(), message(), "Nothing: it waits until that has ended.")),
                            List.of()));
        }

        List<Check> checks() {
            return holder.isEmpty()
                    ? List.of()
                    : List.of(
                            Check.failed(
                                    CHECK,
                                    target.toString(),
                                    message(),
                                    "Wait until that execution has ended, or cancel it. In Jenkins, concurrency: 'wait' waits."));
        }

        private String message() {
            Holder it = holder.orElseThrow();
            String who = it.executionId() + (it.where().isEmpty() ? "" : " " + it.where());
            return "Execution " + who + " works on " + String.join(", ", new TreeSet<>(it.servers())) + ".";
        }
    }
}
