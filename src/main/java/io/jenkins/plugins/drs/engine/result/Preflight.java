package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * What was looked at before anything was changed.
 *
 * @param timing until waves began, or until the execution ended without
 * @param identities who the engine was in each account and Region
 * @param checks in the order in which they were made
 */
public record Preflight(@JsonUnwrapped Timing timing, List<Identity> identities, List<Check> checks) {
    public Preflight {
        identities = List.copyOf(identities);
        checks = List.copyOf(checks);
    }

    /** The caller in one account and Region. */
    public record Identity(Place target, String arn, long event) {}

    /**
     * One thing that was looked at.
     *
     * @param step part of preflight that made the check
     * @param subject such as a server or a runbook
     * @param remedy what to do about it; empty when it passed
     * @param event number of the event in the journal that tells of it
     */
    public record Check(
            String step,
            String name,
            String subject,
            Status status,
            String message,
            Optional<String> remedy,
            long event) {}

    /** What a check came to. Only {@link #FAILED} keeps waves from starting. */
    public enum Status {
        PASSED,
        WARNING,
        FAILED
    }

    /** How many checks have that status. */
    public long count(Status status) {
        return checks.stream().filter(check -> check.status() == status).count();
    }
}
