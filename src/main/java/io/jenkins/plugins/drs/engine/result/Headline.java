package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.result.ServerResult.Status;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.Locale;
import java.util.Optional;

/** Says in a sentence or two what a result comes to. */
public final class Headline {
    private Headline() {}

    /** Whether it worked: {@code The drill succeeded}, {@code The check failed} and so on. */
    public static String of(DrillResult result) {
        String mode = "The " + result.run().mode().word().toLowerCase(Locale.ROOT);
        return switch (result.status()) {
            case COMPLETED -> mode + " succeeded";
            case PARTIAL -> mode + " did not fully succeed";
            case FAILED -> mode + " failed";
            case CANCELLED -> mode + " was cancelled";
            case PAUSED -> mode + " is paused";
            case PENDING, RUNNING -> mode + " is running";
        };
    }

    /** What was recovered, in one sentence. */
    public static String servers(DrillResult result) {
        long total = result.sourceServers().size();
        if (!result.run().mode().launches()) {
            return checks(result);
        }
        if (total == 0) {
            return "No server was selected yet.";
        }
        long validated = count(result, Status.VALIDATED);
        String text = validated + " of " + Shown.count(total, "server") + " launched and validated, " + waves(result);
        long failed = count(result, Status.FAILED);
        long launched = count(result, Status.LAUNCHED);
        long launching = count(result, Status.LAUNCHING);
        long notReached = count(result, Status.NOT_REACHED);
        return text
                + (failed > 0 ? "; " + failed + " failed" : "")
                + (launched > 0 ? "; " + launched + " launched, but not validated" : "")
                + (launching > 0 ? "; " + launching + " whose launch is not known to have ended" : "")
                + (notReached > 0 ? "; " + notReached + " not launched" : "") + ".";
    }

    private static String checks(DrillResult result) {
        int checks = result.preflight().checks().size();
        long failed = result.preflight().count(CheckStatus.FAILED);
        int terminated = result.cleanup().terminatedInstances();
        return Shown.count(checks, "check") + " made" + (failed > 0 ? ", " + failed + " failed" : "") + "; "
                + Shown.count(terminated, "instance") + " terminated.";
    }

    private static String waves(DrillResult result) {
        long completed = result.waveResults().stream()
                .filter(wave -> wave.status() == WaveStatus.COMPLETED)
                .count();
        return completed + " of " + Shown.count(result.waveResults().size(), "wave") + " completed";
    }

    /** How many servers stand like that. */
    public static long count(DrillResult result, Status status) {
        return result.sourceServers().stream()
                .filter(server -> server.status() == status)
                .count();
    }

    /** What was measured against an objective: the measured time, or a phrase why there is none. */
    public static String reached(Objective objective, ExecutionStatus status) {
        String none = objective.missed() ? "not reached" : "not measured";
        return objective.reached().map(Durations::text).orElse(status.ended() ? none : "not yet known");
    }

    /** Whether an objective was kept, for people. */
    public static String verdict(Objective objective, ExecutionStatus status) {
        Optional<String> limit = objective.objective().map(Durations::text);
        if (limit.isEmpty()) {
            return "the plan sets no objective";
        }
        return objective
                .met()
                .map(met -> (met ? "within the objective of " : "misses the objective of ") + limit.get())
                .orElse("objective " + limit.get() + (status.ended() ? ", not proven" : ""));
    }

    /** Of how many servers the age of the data is known, out of all. */
    public static String measured(DrillResult result) {
        long known = result.sourceServers().stream()
                .map(ServerResult::rpo)
                .filter(Optional::isPresent)
                .count();
        return "measured on " + known + " of "
                + Shown.count(result.sourceServers().size(), "server");
    }
}
