package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.result.Finding.Area;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what went wrong. The same trouble of several subjects becomes one finding. */
final class Findings {
    private record Key(Area area, String message, String remedy) {}

    private final Map<Key, List<String>> subjects = new LinkedHashMap<>();

    void add(Area area, String message, String remedy, String subject) {
        subjects.computeIfAbsent(new Key(area, message, remedy), key -> new ArrayList<>())
                .add(subject);
    }

    void cleanup(CleanupResult cleanup) {
        for (CleanupResult.Remnant remnant : cleanup.unasked()) {
            String why = remnant.reason().map(reason -> ": " + reason).orElse("");
            add(Area.CLEANUP, "Left behind in AWS" + why, remnant.remedy(), remnant.text());
        }
    }

    void line(RunFold.Line line) {
        add(
                Area.EXECUTION,
                "A line of the journal cannot be read, so what it told of (" + line.type() + ") is in no result: "
                        + line.problem(),
                "Look in AWS for what the execution may have left: its jobs have the tag DrsOrchestrationExecution.",
                "line " + line.number());
    }

    void preflight(Preflight preflight) {
        for (Preflight.Check check : preflight.checks()) {
            if (check.status() == CheckStatus.FAILED) {
                add(Area.PREFLIGHT, check.message(), check.remedy().orElse(""), check.subject());
            }
        }
    }

    void servers(List<ServerResult> servers) {
        for (ServerResult server : servers) {
            if (server.status() == ServerResult.Status.FAILED) {
                server.failure()
                        .ifPresent(failure -> add(Area.SERVER, message(failure), failure.remedy(), subject(server)));
            }
        }
    }

    private static String message(ServerResult.Failure failure) {
        return failure.rawError()
                .filter(error -> !failure.reason().contains(error))
                .map(error -> failure.reason() + " AWS said: " + error)
                .orElse(failure.reason());
    }

    private static String subject(ServerResult server) {
        return server.identity().label() + " (" + server.identity().sourceServerId() + ")";
    }

    void wave(WaveResult wave) {
        int before = subjects.size();
        actions(wave, "before", wave.actions().preWaveActions());
        actions(wave, "after", wave.actions().postWaveActions());
        boolean explained = subjects.size() > before || wave.servers().failed() > 0;
        boolean bad = wave.status() == WaveStatus.FAILED || wave.status() == WaveStatus.PARTIAL;
        if (bad && !explained) {
            add(
                    Area.WAVE,
                    wave.progress().reason().orElse("The wave did not complete."),
                    "See the wave's phases in this report and its events in the audit trail.",
                    wave.waveName());
        }
    }

    private void actions(WaveResult wave, String when, List<ActionResult> actions) {
        actions.stream().filter(ActionResult::failed).forEach(action -> {
            String message =
                    action.progress().message().map(text -> ": " + text).orElse(".");
            add(
                    Area.ACTION,
                    "The action " + word(action.progress().outcome()) + message,
                    action.remedy(),
                    action.name() + ", " + when + " wave " + wave.waveName());
        });
    }

    private static String word(ActionOutcome outcome) {
        return switch (outcome) {
            case TIMED_OUT -> "took too long";
            case NOT_RUN -> "could not be started";
            default -> "failed";
        };
    }

    void calls(List<AuditSummary.CallFailure> failures) {
        for (AuditSummary.CallFailure failure : failures) {
            if (failure.givenUp() > 0) {
                add(
                        Area.AWS_CALL,
                        failure.code() + ": " + failure.message(),
                        failure.kind().remedy(failure.operation()),
                        failure.operation());
            }
        }
    }

    void objective(String name, Objective objective) {
        if (objective.missed()) {
            String limit = objective.objective().map(Durations::text).orElse("");
            add(
                    Area.OBJECTIVE,
                    objective
                            .reached()
                            .map(reached -> "Reached " + Durations.text(reached) + ", the objective is " + limit + ".")
                            .orElse("Not reached; the objective is " + limit + "."),
                    objective.reached().isPresent()
                            ? "See in the timeline where the time went."
                            : "Settle what kept servers from being recovered, or the time from being kept.",
                    name);
        }
    }

    boolean isEmpty() {
        return subjects.isEmpty();
    }

    List<Finding> all() {
        return subjects.entrySet().stream()
                .map(entry -> new Finding(
                        entry.getKey().area(),
                        entry.getKey().message(),
                        entry.getKey().remedy(),
                        entry.getValue()))
                .sorted(Comparator.comparing(Finding::area))
                .toList();
    }
}
