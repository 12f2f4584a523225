package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.Preflight;
import io.jenkins.plugins.drs.engine.result.Preflight.Check;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What preflight looked at, failures first. Passed checks are folded away. */
final class ChecksSection {
    /** From here on, checks that passed are lines of text: a browser needs its time for each element. */
    private static final int MANY = 200;

    private final HtmlWriter html;
    private final Preflight preflight;
    private final Table table;

    ChecksSection(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.preflight = result.preflight();
        this.table = new Table(html);
    }

    void write() {
        html.in(
                "section",
                () -> {
                    html.element("h2", "Checks before the start", "id", "checks");
                    html.element("p", summary());
                    List<Check> passed = withStatus(CheckStatus.PASSED);
                    List<Check> others = preflight.checks().stream()
                            .filter(check -> check.status() != CheckStatus.PASSED)
                            .sorted(Comparator.comparing(Check::status).reversed())
                            .toList();
                    rows("Checks that did not pass", others);
                    if (!passed.isEmpty()) {
                        html.in("details", () -> {
                            html.element("summary", "Checks that passed: " + passed.size());
                            passed(passed);
                        });
                    }
                    identities();
                },
                "aria-labelledby",
                "checks");
        html.line();
    }

    private void passed(List<Check> passed) {
        if (passed.size() <= MANY) {
            rows("Checks that passed", passed);
            return;
        }
        String lines = passed.stream()
                .map(check -> check.name() + ", " + check.subject() + ": " + check.message() + " "
                        + Proof.line(check.event()))
                .collect(Collectors.joining("\n"));
        html.in("p", () -> html.lines(lines), "class", "lines");
    }

    private String summary() {
        return preflight.count(CheckStatus.PASSED) + " passed, " + preflight.count(CheckStatus.WARNING)
                + " with a warning, " + preflight.count(CheckStatus.FAILED)
                + " failed. Nothing is changed in AWS before all checks are done.";
    }

    private List<Check> withStatus(CheckStatus status) {
        return preflight.checks().stream()
                .filter(check -> check.status() == status)
                .toList();
    }

    private void rows(String caption, List<Check> checks) {
        if (!checks.isEmpty()) {
            table.of(
                    caption,
                    List.of("Check", "Result", "Of", "What was found", "What to do", "Proof"),
                    checks,
                    this::row);
        }
    }

    private void row(Check check) {
        table.head(check.name());
        table.badge(Tone.of(check.status()), Words.of(check.status()));
        table.cell(check.subject());
        table.cell(check.message());
        table.cell(Words.or(check.remedy()));
        table.cell(Proof.line(check.event()));
    }

    private void identities() {
        if (!preflight.identities().isEmpty()) {
            table.of(
                    "Identities used in AWS",
                    List.of("Account and Region", "Identity", "Proof"),
                    preflight.identities(),
                    id -> {
                        table.head(id.target().toString());
                        table.code(id.arn());
                        table.cell(Proof.line(id.event()));
                    });
        }
    }
}
