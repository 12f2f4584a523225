package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
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
    public record Identity(Target target, String arn, long event) {}

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
            CheckStatus status,
            String message,
            Optional<String> remedy,
            long event) {}

    /** How many checks have that status. */
    public long count(CheckStatus status) {
        return checks.stream().filter(check -> check.status() == status).count();
    }
}
