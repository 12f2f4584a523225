package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import java.util.List;
import java.util.Optional;

/**
 * Whether it worked and how fast.
 *
 * @param reason one sentence for people; empty when all is well or nothing is decided yet
 * @param timing from the first event to the last
 * @param rto from the start of the execution to the last validated server, against the plan's objective
 * @param rpo age of the oldest data that a server came back with, against the plan's objective
 * @param findings what went wrong and what to do about it, most important first
 */
public record Verdict(
        ExecutionStatus status,
        Optional<String> reason,
        @JsonUnwrapped Timing timing,
        Objective rto,
        Objective rpo,
        List<Finding> findings,
        Evidence evidence) {

    public Verdict {
        findings = List.copyOf(findings);
    }
}
