package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.report.TestSuite.Case;
import io.jenkins.plugins.drs.engine.result.ActionResult;
import io.jenkins.plugins.drs.engine.result.CleanupResult;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Preflight;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.Timing;
import io.jenkins.plugins.drs.engine.result.Verdict;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns a result into suites. What was not reached, or is not over yet, is skipped. */
final class TestSuites {
    private TestSuites() {}

    static List<TestSuite> of(DrillResult result) {
        List<TestSuite> suites = new ArrayList<>();
        suites.add(preflight(result.preflight()));
        for (WaveResult wave : result.waveResults()) {
            suites.add(wave(result, wave));
        }
        suites.add(new TestSuite("Cleanup", result.cleanup().timing(), cleanup(result.cleanup())));
        suites.add(new TestSuite("Execution", result.verdict().timing(), List.of(execution(result))));
        return suites;
    }

    private static TestSuite preflight(Preflight preflight) {
        List<Case> cases = preflight.checks().stream().map(TestSuites::check).toList();
        return new TestSuite("Preflight", preflight.timing(), cases);
    }

    private static Case check(Preflight.Check check) {
        String name = check.name() + ": " + check.subject();
        return check.status() == Preflight.Status.FAILED
                ? Case.failed(
                        "check",
                        name,
                        Timing.NONE,
                        check.message(),
                        check.remedy().orElse(""))
                : Case.passed("check", name, Timing.NONE);
    }

    private static TestSuite wave(DrillResult result, WaveResult wave) {
        List<Case> cases = new ArrayList<>();
        wave.actions().preWaveActions().forEach(action -> cases.add(action("action before", action)));
        result.serversOf(wave.waveName()).forEach(server -> cases.add(server(server)));
        wave.actions().postWaveActions().forEach(action -> cases.add(action("action after", action)));
        String name = String.format(Locale.ROOT, "Wave %02d %s", wave.position().number(), wave.waveName());
        return new TestSuite(name, wave.progress().timing(), cases);
    }

    private static Case action(String group, ActionResult action) {
        ActionResult.Outcome outcome = action.progress().outcome();
        String message = action.progress().message().map(text -> ": " + text).orElse("");
        if (action.failed() || outcome == ActionResult.Outcome.CANCELLED) {
            String execution = action.automationExecutionId().orElse("was not started");
            return Case.failed(
                    group, action.name(), action.timing(), outcome + message, "Automation execution " + execution);
        }
        return outcome == ActionResult.Outcome.SUCCEEDED
                ? Case.passed(group, action.name(), action.timing())
                : Case.skipped(group, action.name(), outcome + message);
    }

    private static Case server(ServerResult server) {
        String name = server.identity().label() + " (" + server.identity().sourceServerId() + ")";
        Timing timing = server.launch().timing();
        String reason = server.failure()
                .map(ServerResult.Failure::reason)
                .orElse(server.status().toString());
        return switch (server.status()) {
            case VALIDATED -> Case.passed("server", name, timing);
            case FAILED -> Case.failed("server", name, timing, reason, details(server));
            case SELECTED, LAUNCHING, LAUNCHED, NOT_REACHED -> Case.skipped("server", name, reason);
        };
    }

    private static String details(ServerResult server) {
        List<String> lines = new ArrayList<>();
        server.failure().ifPresent(failure -> {
            lines.add("Stage: " + failure.stage());
            failure.logEvent().ifPresent(event -> lines.add("Job log: " + event));
            failure.rawError().ifPresent(error -> lines.add("AWS said: " + error));
        });
        server.launch().drsJob().ifPresent(job -> lines.add("Job: " + job.jobId()));
        return String.join("\n", lines);
    }

    private static List<Case> cleanup(CleanupResult cleanup) {
        List<Case> cases = new ArrayList<>();
        String name = "drill instances are taken down";
        cases.add(
                switch (cleanup.status()) {
                    case DONE, NOT_NEEDED -> Case.passed("cleanup", name, cleanup.timing());
                    case KEPT -> Case.skipped("cleanup", name, "Kept as asked.");
                    case INCOMPLETE -> Case.failed("cleanup", name, cleanup.timing(), "Something is left in AWS.", "");
                    case PENDING, RUNNING -> Case.skipped("cleanup", name, "Not over yet.");
                });
        for (CleanupResult.Remnant remnant : cleanup.unasked()) {
            String what = remnant.kind() + " " + remnant.id() + " in " + remnant.target();
            cases.add(Case.failed(
                    "cleanup",
                    what,
                    Timing.NONE,
                    "Left behind.",
                    remnant.reason().orElse("")));
        }
        return cases;
    }

    private static Case execution(DrillResult result) {
        String name = result.run().planName();
        Verdict verdict = result.verdict();
        if (!verdict.status().ended()) {
            return Case.skipped("execution", name, "Not over yet.");
        }
        return verdict.status() == Verdict.Status.COMPLETED
                ? Case.passed("execution", name, verdict.timing())
                : Case.failed(
                        "execution",
                        name,
                        verdict.timing(),
                        Headline.of(result),
                        verdict.reason().orElse(""));
    }
}
