package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What preflight found. */
public sealed interface PreflightEvent extends ExecutionEvent {

    /** The credentials work in a target. */
    record TargetIdentified(Target target, String accountId, String arn) implements PreflightEvent {
        public TargetIdentified {
            Needed.value(target, "target");
            Needed.value(accountId, "accountId");
            Needed.value(arn, "arn");
        }
    }

    /**
     * One part of preflight is done.
     *
     * @param step names the part; a step is done once
     * @param servers the servers that it found for the plan's waves; empty for other parts
     */
    record StepDone(String step, List<Check> checks, List<SelectedServer> servers) implements PreflightEvent {
        public StepDone {
            Needed.value(step, "step");
            checks = Needed.copy(checks, "checks");
            servers = Needed.copy(servers, "servers");
        }
    }

    /**
     * One thing that was looked at.
     *
     * @param subject what was looked at, such as a server or a runbook
     * @param message what was found, as a sentence
     * @param remedy what to do about it; empty when it passed
     */
    record Check(String name, String subject, CheckStatus status, String message, String remedy) {
        public Check {
            Needed.value(name, "name");
            Needed.value(subject, "subject");
            Needed.value(status, "status");
            Needed.value(message, "message");
            Needed.value(remedy, "remedy");
        }

        public static Check passed(String name, String subject, String message) {
            return new Check(name, subject, CheckStatus.PASSED, message, "");
        }

        public static Check warning(String name, String subject, String message, String remedy) {
            return new Check(name, subject, CheckStatus.WARNING, message, remedy);
        }

        public static Check failed(String name, String subject, String message, String remedy) {
            return new Check(name, subject, CheckStatus.FAILED, message, remedy);
        }
    }

    /** Whether a check lets the drill go on. Only {@link #FAILED} does not. */
    enum CheckStatus {
        PASSED,
        WARNING,
        FAILED
    }

    /** A source server that takes part, with its state of replication at preflight. */
    record SelectedServer(
            String wave,
            String protectionGroup,
            String sourceServerId,
            String hostname,
            Target target,
            String replicationState,
            Optional<Duration> lag) {
        public SelectedServer {
            Needed.value(wave, "wave");
            Needed.value(protectionGroup, "protectionGroup");
            Needed.text(sourceServerId, "sourceServerId");
            Needed.value(hostname, "hostname");
            Needed.value(target, "target");
            Needed.value(replicationState, "replicationState");
            lag = Needed.optional(lag);
        }
    }
}
