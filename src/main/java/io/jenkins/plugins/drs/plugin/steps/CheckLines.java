package io.jenkins.plugins.drs.plugin.steps;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.engine.result.Preflight;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the check of a plan among those of many: in one line, with what was found only where something was. */
final class CheckLines {
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
