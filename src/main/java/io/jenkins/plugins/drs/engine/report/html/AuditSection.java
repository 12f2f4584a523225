package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.AuditSummary;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.util.List;
import java.util.Optional;

/** Who intervened, what was asked of AWS, and where the proof lies. */
final class AuditSection {
    private final HtmlWriter html;
    private final AuditSummary audit;
    private final String files;
    private final Table table;

    AuditSection(HtmlWriter html, DrillResult result, String files) {
        this.html = html;
        this.files = files;
        this.audit = result.audit();
        this.table = new Table(html);
    }

    void write() {
        html.in(
                "section",
                () -> {
                    html.element("h2", "Audit", "id", "audit");
                    proof();
                    interventions();
                    calls();
                    failures();
                },
                "aria-labelledby",
                "audit");
        html.line();
    }

    private void proof() {
        html.in("p", () -> html.text("Every fact on this page comes from the journal ")
                .element("a", "audit.jsonl", "href", files + "audit.jsonl")
                .text(" (" + audit.journal().events() + " events, each chained to the one before by its hash). ")
                .text("The same facts for programs: ")
                .element("a", "results.json", "href", files + "results.json")
                .text(" and ")
                .element("a", "junit.xml", "href", files + "junit.xml")
                .text("."));
        audit.journal()
                .lastHash()
                .ifPresent(hash -> html.in("p", () -> html.text("Hash of the journal's last line: ")
                        .element("code", hash)));
    }

    private void interventions() {
        if (audit.interventions().isEmpty()) {
            html.element("p", "Nobody intervened while it ran.");
            return;
        }
        table.of("Interventions", List.of("When", "What", "By", "Wave", "Remark"), audit.interventions(), it -> {
            table.cell(Words.moment(Optional.of(it.at())));
            table.head(Words.of(it.kind()));
            table.cell(it.by());
            table.cell(Words.or(it.wave()));
            table.cell(Words.or(it.reason()));
        });
    }

    private void calls() {
        if (audit.calls().isEmpty()) {
            return;
        }
        List<String> headings = List.of("Service", "Operation", "Calls", "Failed", "Throttled", "On average");
        table.of("Calls to AWS", headings, audit.calls(), calls -> {
            table.cell(calls.service());
            table.head(calls.operation());
            table.number(String.valueOf(calls.count()));
            table.number(String.valueOf(calls.failed()));
            table.number(String.valueOf(calls.throttled()));
            table.number(calls.totalMillis() / Math.max(1, calls.count()) + " ms");
        });
    }

    private void failures() {
        if (audit.callFailures().isEmpty()) {
            return;
        }
        List<String> headings = List.of("Operation", "Error", "Times", "Tried again", "Worked in the end", "AWS said");
        table.of("Failed calls", headings, audit.callFailures(), failure -> {
            table.head(failure.operation());
            table.code(failure.code());
            table.number(String.valueOf(failure.times()));
            table.number(String.valueOf(failure.retried()));
            table.number(String.valueOf(failure.recovered()));
            table.cell(failure.message());
        });
    }
}
