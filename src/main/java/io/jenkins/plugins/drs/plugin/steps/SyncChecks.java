package io.jenkins.plugins.drs.plugin.steps;

import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.engine.result.Preflight;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.BuildSide;
import io.jenkins.plugins.drs.plugin.run.DrillHost;
import io.jenkins.plugins.drs.plugin.run.DrillRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Checks of plans for a sync, and their end when the build is aborted. */
final class SyncChecks {
    private static final int MOST_SENTENCES = 5;

    private final StepContext context;
    private final String credentialsId;
    private PlanChecks running;
    private Throwable interruption;

    SyncChecks(StepContext context, String credentialsId) {
        this.context = context;
        this.credentialsId = credentialsId;
    }

    /**
     * Checks plans as a configuration has them.
     *
     * @param key tells these checks apart from others of the step; the same after a restart
     * @param end hears what came of them, once, on another thread
     */
    void begin(String key, DrConfiguration configuration, List<String> plans, Consumer<List<Map<String, Object>>> end)
            throws IOException, InterruptedException {
        TaskListener log = context.get(TaskListener.class);
        BuildEnvironment environment = new BuildEnvironment(context);
        BuildSide side = BuildSide.quiet(context.get(Run.class), environment, environment::masked);
        String stepKey = key + "-" + context.get(FlowNode.class).getId();
        PlanChecks checks = new PlanChecks(
                plans,
                (place, callback) -> DrillHost.get()
                        .start(request(stepKey + "-" + place, configuration, plans.get(place)), side, callback),
                (amount, unit, call) -> Timer.get().schedule(call, amount, unit),
                new Telling(log, end));
        Throwable early;
        synchronized (this) {
            running = checks;
            early = interruption;
        }
        checks.begin();
        if (early != null) {
            cancel(checks, early);
        }
    }

    /** One line for a check, since there may be hundreds; each has a report with everything. */
    private record Telling(TaskListener log, Consumer<List<Map<String, Object>>> end) implements PlanChecks.End {
        @Override
        public void ofOne(Map<String, Object> told, Optional<DrillResult> result) {
            CheckLines.of(told, result).forEach(line -> BuildConsole.print(log, "  " + line));
        }

        @Override
        public void ofAll(List<Map<String, Object>> told) {
            Computer.threadPoolForRemoting.execute(() -> end.accept(told));
        }
    }

    private DrillRequest request(String stepKey, DrConfiguration configuration, String plan) {
        return new DrillRequest(
                stepKey,
                Mode.CHECK,
                configuration,
                plan,
                new PlanExecution.Manner(Mode.CHECK).limits(),
                Optional.ofNullable(credentialsId),
                true);
    }

    /** Cancels those that run and those that will be begun; false when none run, so that nothing will be heard of it. */
    boolean interrupt(Throwable cause) {
        PlanChecks checks;
        synchronized (this) {
            interruption = cause;
            checks = running;
        }
        if (checks == null) {
            return false;
        }
        cancel(checks, cause);
        return true;
    }

    private static void cancel(PlanChecks checks, Throwable cause) {
        checks.cancel(Interruptions.by(cause), Interruptions.reason(cause));
    }

    /** What is wrong, a sentence for each plan that could not be drilled. */
    static List<String> failures(List<Map<String, Object>> told) {
        return told.stream()
                .filter(check -> !"COMPLETED".equals(check.get("status")))
                .map(check -> Messages.sync_checkFailed(check.get("plan"), check.get("status"), check.get("reason")))
                .toList();
    }

    /** The first of the sentences, and how many more there are: the history keeps them, and each later log repeats them. */
    static String inShort(List<String> failures) {
        String first = String.join(" ", failures.subList(0, Math.min(failures.size(), MOST_SENTENCES)));
        return failures.size() > MOST_SENTENCES
                ? Messages.sync_checksFailed(first, failures.size() - MOST_SENTENCES)
                : first;
    }

    /** Tells the check of a plan among those of many: in one line, with what was found only where something was. */
    static final class CheckLines {
        private static final int MOST_FINDINGS = 5;
        private static final int LONGEST = 400;

        private CheckLines() {}

        /**
         * Lines for the console; the report of the check has everything.
         *
         * @param told what pipeline code gets of it
         * @param result empty where the check did not get as far
         */
        static List<String> of(Map<String, Object> told, Optional<DrillResult> result) {
            List<Preflight.Check> findings = findings(result);
            List<String> lines = new ArrayList<>();
            lines.add(line(outcome(told, findings)));
            findings.stream().limit(MOST_FINDINGS).forEach(found -> lines.add("  " + line(sentence(found))));
            if (findings.size() > MOST_FINDINGS) {
                lines.add("  " + Messages.check_more(findings.size() - MOST_FINDINGS));
            }
            return lines;
        }

        private static List<Preflight.Check> findings(Optional<DrillResult> result) {
            return result.stream()
                    .flatMap(check -> check.preflight().checks().stream())
                    .filter(check -> check.status() != CheckStatus.PASSED)
                    .sorted(Comparator.comparing(Preflight.Check::status).reversed())
                    .toList();
        }

        private static String outcome(Map<String, Object> told, List<Preflight.Check> findings) {
            Object plan = told.get("plan");
            if (!"COMPLETED".equals(told.get("status"))) {
                return Messages.check_notReady(plan, told.get("status"), told.get("reason"));
            }
            return findings.isEmpty()
                    ? Messages.check_ready(plan)
                    : Messages.check_readyWithWarnings(plan, findings.size());
        }

        private static String sentence(Preflight.Check found) {
            String message = found.remedy()
                    .filter(remedy -> !remedy.isBlank())
                    .map(remedy -> found.message() + " " + remedy)
                    .orElse(found.message());
            return found.status() == CheckStatus.FAILED
                    ? Messages.problem_error(message)
                    : Messages.problem_warning(message);
        }

        private static String line(String text) {
            return PlainText.shortened(PlainText.line(text), LONGEST);
        }
    }
}
