package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Instant;
import java.util.Optional;

/**
 * An execution in a list of many.
 *
 * @param job full name of its job
 * @param build number of its build
 * @param created in real time, also where a simulator has a time of its own
 * @param state whether it goes on
 * @param summary empty while it runs, and where its journal cannot be read
 */
public record KnownDrill(
        DrillRecord record,
        String job,
        int build,
        Instant created,
        boolean simulated,
        State state,
        Optional<DrillSummary.Run> summary) {
    /** Whether an execution goes on. */
    public enum State {
        RUNNING,
        /** Nothing goes on until a person decides. */
        PAUSED,
        /** Jenkins tries again every minute, until somebody closes it. */
        STUCK,
        ENDED
    }

    /** Whether it has not ended. */
    public boolean running() {
        return state != State.ENDED;
    }

    public Mode mode() {
        return record.mode();
    }

    /** Whether it ended with everything done that it was for. */
    public boolean succeeded() {
        return summary.filter(end -> end.status() == ExecutionStatus.COMPLETED).isPresent();
    }
}
