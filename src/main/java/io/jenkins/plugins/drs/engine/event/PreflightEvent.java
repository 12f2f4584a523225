package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What preflight found. */
public sealed interface PreflightEvent extends ExecutionEvent {
    /**
     * The credentials work in a target. It stands there again, with the same account, partition and endpoint, each time that a
     * resumed execution has found out that it is where it began.
     *
     * @param arn of the caller; its second part is the partition
     * @param endpoint what answers there; journals of earlier versions have none
     */
    record TargetIdentified(Target target, String accountId, String arn, Optional<Endpoint> endpoint)
            implements PreflightEvent {
        public TargetIdentified {
            Needed.value(target, "target");
            Needed.value(accountId, "accountId");
            Needed.value(arn, "arn");
            endpoint = Needed.optional(endpoint);
        }

        /** Such as {@code aws}, {@code aws-us-gov} or {@code aws-cn}; empty where the ARN is none. */
        public String partition() {
            String[] parts = arn.split(":", 3);
            return parts.length == 3 ? parts[1] : "";
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
