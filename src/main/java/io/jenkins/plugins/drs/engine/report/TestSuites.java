package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.report.TestSuite.Case;
import io.jenkins.plugins.drs.engine.result.ActionResult;
import io.jenkins.plugins.drs.engine.result.CleanupResult;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.Preflight;
import io.jenkins.plugins.drs.engine.result.RunInfo;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.Timing;
import io.jenkins.plugins.drs.engine.result.Verdict;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import io.jenkins.plugins.drs.engine.term.ActionOutcome;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a result into suites. What was not reached, or is not over yet, is skipped. */
final class TestSuites {
    /** Columns of the summary that stands with the execution. */
    private static final int WIDTH = 100;

    private TestSuites() {}

    static List<TestSuite> of(DrillResult result) {
        List<TestSuite> suites = new ArrayList<>();
        suites.add(preflight(result.preflight()));
        for (WaveResult wave : result.waveResults()) {
            suites.add(wave(result, wave));
        }
        suites.add(new TestSuite("Cleanup", result.cleanup().timing(), cleanup(result.cleanup())));
        suites.add(new TestSuite(
                "Execution",
                result.verdict().timing(),
                execution(result),
                TestProperties.of(result),
                SummaryText.of(result, WIDTH)));
        return suites;
    }

    private static TestSuite preflight(Preflight preflight) {
        List<Case> cases = preflight.checks().stream().map(TestSuites::check).toList();
        return new TestSuite("Preflight", preflight.timing(), cases);
    }

    private static Case check(Preflight.Check check) {
        String name = check.name() + ": " + check.subject();
        Optional<String> remedy = check.remedy().filter(it -> !it.isBlank()).map(it -> "What to do: " + it);
        return switch (check.status()) {
            case FAILED -> Case.failed("check", name, Timing.NONE, check.message(), remedy.orElse(""));
            case WARNING ->
                Case.passed("check", name, Timing.NONE)
                        .remark("Warning: " + check.message()
                                + remedy.map(it -> "\n" + it).orElse(""));
            case PASSED -> Case.passed("check", name, Timing.NONE);
        };
    }

    private static TestSuite wave(DrillResult result, WaveResult wave) {
        List<Case> cases = new ArrayList<>();
        wave.actions().preWaveActions().forEach(action -> cases.add(action("action before", action)));
        result.serversOf(wave.waveName()).forEach(server -> cases.add(server(server)));
        wave.actions().postWaveActions().forEach(action -> cases.add(action("action after", action)));
        cases.add(whole(wave));
        String name = String.format(Locale.ROOT, "Wave %02d %s", wave.position().number(), wave.waveName());
        return new TestSuite(name, wave.progress().timing(), cases, TestProperties.of(wave), List.of());
    }

    /** A wave can fail although no server did: its time was up, or it was never started. */
    private static Case whole(WaveResult wave) {
        String name = "the wave completes";
        Timing timing = wave.progress().timing();
        String reason = wave.progress().reason().map(it -> ": " + it).orElse("");
        String servers = wave.servers().validated() + " of " + wave.servers().total() + " servers recovered";
        return switch (wave.status()) {
            case COMPLETED -> Case.passed("wave", name, timing);
            case PARTIAL, FAILED -> Case.failed("wave", name, timing, wave.status() + ", " + servers + reason, "");
            default -> Case.skipped("wave", name, wave.status() + reason);
        };
    }

    private static Case action(String group, ActionResult action) {
        ActionOutcome outcome = action.progress().outcome();
        String message = action.progress().message().map(text -> ": " + text).orElse("");
        if (action.failed() || outcome == ActionOutcome.CANCELLED) {
            return Case.failed(group, action.name(), action.timing(), outcome + message, TestDetails.of(action));
        }
        return outcome == ActionOutcome.SUCCEEDED
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
            case FAILED -> Case.failed("server", name, timing, reason, TestDetails.of(server));
            case SELECTED, LAUNCHING, LAUNCHED, NOT_REACHED -> Case.skipped("server", name, reason);
        };
    }

    private static List<Case> cleanup(CleanupResult cleanup) {
        List<Case> cases = new ArrayList<>();
        String name = "drill instances are terminated";
        cases.add(
                switch (cleanup.status()) {
                    case DONE, NOT_NEEDED -> Case.passed("cleanup", name, cleanup.timing());
                    case KEPT -> Case.skipped("cleanup", name, "Kept as requested.");
                    case INCOMPLETE -> Case.failed("cleanup", name, cleanup.timing(), "Something is left in AWS.", "");
                    case PENDING, RUNNING -> Case.skipped("cleanup", name, "Not over yet.");
                });
        for (CleanupResult.Remnant remnant : cleanup.unasked()) {
            cases.add(Case.failed(
                    "cleanup", remnant.text(), Timing.NONE, "Left behind in AWS.", TestDetails.of(remnant)));
        }
        return cases;
    }

    private static List<Case> execution(DrillResult result) {
        Verdict verdict = result.verdict();
        List<Case> cases = new ArrayList<>();
        cases.add(whole(result));
        if (result.run().mode().launches()) {
            cases.add(objective("recovery time (RTO)", verdict.rto(), verdict));
            cases.add(objective("recovery point (RPO)", verdict.rpo(), verdict));
        }
        return cases;
    }

    private static Case whole(DrillResult result) {
        String name = result.run().planName();
        Verdict verdict = result.verdict();
        if (!verdict.status().ended()) {
            return Case.skipped("execution", name, "Not over yet.");
        }
        return verdict.status() == ExecutionStatus.COMPLETED
                ? Case.passed("execution", name, verdict.timing())
                : Case.failed(
                        "execution",
                        name,
                        verdict.timing(),
                        Headline.of(result),
                        verdict.reason().orElse(""));
    }

    /** An objective that is not set, or not proven, is skipped: it neither holds nor is missed. */
    private static Case objective(String name, Objective objective, Verdict verdict) {
        String text =
                Headline.reached(objective, verdict.status()) + ", " + Headline.verdict(objective, verdict.status());
        if (!verdict.status().ended() || objective.met().isEmpty()) {
            return Case.skipped("objective", name, text);
        }
        return objective.missed()
                ? Case.failed("objective", name, Timing.NONE, text, "")
                : Case.passed("objective", name, Timing.NONE).remark(text);
    }

    /** Figures that tools read beside tests: seconds as numbers, what is not known as an empty text. */
    static final class TestProperties {
        private final Map<String, String> all = new LinkedHashMap<>();

        private TestProperties() {}

        /** Those of each suite: they say of which execution it is. */
        static Map<String, String> of(RunInfo run) {
            TestProperties properties = new TestProperties();
            properties.add("planName", run.planName());
            properties.add("executionId", run.executionId());
            properties.add("mode", run.mode());
            properties.add("simulated", run.starter().simulated());
            run.starter().answeredBy().ifPresent(kind -> properties.add("answeredBy", kind));
            return properties.all;
        }

        static Map<String, String> of(WaveResult wave) {
            TestProperties properties = new TestProperties();
            properties.add("wave", wave.waveName());
            properties.add("status", wave.status());
            properties.objective("rto", wave.progress().rto());
            properties.add("servers", wave.servers().total());
            properties.add("serversRecovered", wave.servers().validated());
            return properties.all;
        }

        static Map<String, String> of(DrillResult result) {
            TestProperties properties = new TestProperties();
            Verdict verdict = result.verdict();
            properties.add("status", verdict.status());
            properties.objective("rto", verdict.rto());
            properties.objective("rpo", verdict.rpo());
            properties.add("servers", result.sourceServers().size());
            properties.add("cleanup", result.cleanup().status());
            properties.add("startedBy", result.run().starter().startedBy());
            properties.add("toolVersion", result.run().starter().toolVersion());
            properties.add("configurationHash", result.run().configurationHash());
            properties.add("lastHash", result.audit().journal().lastHash().orElse(""));
            return properties.all;
        }

        private void objective(String name, Objective objective) {
            add(name + "Seconds", seconds(objective.reached()));
            add(name + "ObjectiveSeconds", seconds(objective.objective()));
            add(name + "Met", objective.met().map(String::valueOf).orElse(""));
        }

        private static String seconds(Optional<Duration> duration) {
            return duration.map(it -> BigDecimal.valueOf(it.toMillis(), 3).toPlainString())
                    .orElse("");
        }

        private void add(String name, Object value) {
            all.put(name, value.toString());
        }
    }
}
