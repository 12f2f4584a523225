package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent.CancelRequested;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.EngineDelayed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionResumed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.LineUnreadable;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.StopRequested;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the course of the whole execution and its preflight. */
final class RunText {
    private Instant startedAt = Instant.EPOCH;
    private String mode = "Execution";
    private List<String> waves = List.of();
    private final Map<String, String> hosts = new HashMap<>();

    RunText(EventText text) {
        text.always(ExecutionStarted.class, this::started);
        text.always(
                ExecutionResumed.class,
                (at, event) -> "Resumed by " + event.origin().startedBy() + " on "
                        + event.origin().host());
        text.always(
                LineUnreadable.class,
                (at, event) -> "A line of the journal (" + event.type() + ") cannot be read: " + event.problem());
        text.always(
                EngineDelayed.class,
                (at, event) -> "No engine ran for " + Durations.text(Timing.between(event.due(), at))
                        + ": the machine was suspended or too busy, or its clock was set. Limits do not count that"
                        + " time");
        text.always(
                TargetIdentified.class,
                (at, event) -> "  Account " + event.accountId() + " in "
                        + event.target().region() + ": working as " + event.arn());
        text.tell(StepDone.class, (at, event) -> stepDone(event));
        text.always(WavesBegun.class, (at, event) -> "  All checks passed, waves may start");
        text.always(CancelRequested.class, (at, event) -> "Cancel requested by " + event.by() + suffix(event.reason()));
        text.always(StopRequested.class, (at, event) -> "Stop requested by " + event.by() + ", AWS is left as it is");
        text.always(
                ExecutionFinished.class,
                (at, event) -> mode + " " + event.status() + " after " + Durations.text(Timing.between(startedAt, at))
                        + suffix(event.reason()));
    }

    static String suffix(String reason) {
        return Texts.present(reason).map(text -> ": " + text).orElse("");
    }

    private String started(Instant at, ExecutionStarted event) {
        startedAt = at;
        mode = event.mode().word();
        Optional<RecoveryPlan> plan = event.configuration().plan(event.planName());
        waves = plan.map(it -> it.waves().stream().map(wave -> wave.waveName()).toList())
                .orElse(List.of());
        return (event.origin().simulated() ? "[SIMULATED] " : "") + mode + " of '" + event.planName() + "' ("
                + event.executionId() + ") by " + event.origin().startedBy()
                + objective("RTO", plan.flatMap(RecoveryPlan::rto))
                + objective("RPO", plan.flatMap(RecoveryPlan::rpo));
    }

    private static String objective(String name, Optional<Duration> limit) {
        return limit.map(value -> ", " + name + " " + Durations.text(value)).orElse("");
    }

    private Optional<String> stepDone(StepDone event) {
        event.servers().forEach(server -> hosts.put(server.sourceServerId(), server.hostname()));
        if (event.checks().isEmpty()) {
            return Optional.empty();
        }
        String line = "  Preflight, " + StepName.of(event.step()) + ": " + count(event, CheckStatus.PASSED, " passed")
                + count(event, CheckStatus.WARNING, " with a warning") + count(event, CheckStatus.FAILED, " FAILED");
        return Optional.of(line.replaceAll(", $", "") + trouble(event));
    }

    private static String count(StepDone event, CheckStatus status, String word) {
        long count = event.checks().stream()
                .filter(check -> check.status() == status)
                .count();
        return count == 0 ? "" : count + word + ", ";
    }

    private static String trouble(StepDone event) {
        List<Check> bad = event.checks().stream()
                .filter(check -> check.status() != CheckStatus.PASSED)
                .sorted((one, other) -> other.status().compareTo(one.status()))
                .toList();
        String more = bad.size() > 1 ? " (and " + (bad.size() - 1) + " more)" : "";
        return bad.isEmpty() ? "" : ": " + bad.get(0).message() + more;
    }

    /** A server with its host name where it has one, such as {@code db-01 (s-...)}. */
    String server(String sourceServerId) {
        return Texts.present(hosts.get(sourceServerId))
                .map(host -> host + " (" + sourceServerId + ")")
                .orElse(sourceServerId);
    }

    /** A wave with its place in the plan, such as {@code Wave 2/3 Application}. */
    String wave(String name) {
        int index = waves.indexOf(name);
        return index < 0 ? "Wave " + name : "Wave " + (index + 1) + "/" + waves.size() + " " + name;
    }

    /** The name of a step of preflight for people; steps are keyed {@code kind/account/region[/subject]}. */
    private static final class StepName {
        private static final Map<String, String> KINDS = Map.of(
                "identify", "credentials",
                "servers", "source servers",
                "network", "network",
                "runbook", "runbook",
                "reference", "secret",
                "leftovers", "leftovers",
                "in use", "servers in use",
                "wait", "jobs of earlier drills",
                "unnamed", "instances without tags",
                "spared", "instances of running drills");

        private StepName() {}

        static String of(String step) {
            String[] parts = step.split("/", 4);
            if (parts.length < 3 || !KINDS.containsKey(parts[0])) {
                return step;
            }
            String subject = parts.length > 3 ? " " + parts[3] : "";
            return KINDS.get(parts[0]) + subject + " in " + Target.parse(parts[1] + "/" + parts[2]);
        }
    }
}
