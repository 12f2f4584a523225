package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.AuditSummary;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.util.List;
import java.util.Optional;

/** Who intervened, what was asked of AWS, and where the proof lies. */
final class AuditSection {
    private final HtmlWriter html;
    private final DrillResult result;
    private final AuditSummary audit;
    private final Table table;

    AuditSection(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.result = result;
        this.audit = result.audit();
        this.table = new Table(html);
    }

    void write() {
        html.in("section", this::content, "aria-labelledby", "audit");
        html.line();
    }

    private void content() {
        html.element("h2", "Audit", "id", "audit");
        proof();
        html.element("h3", "Who did what");
        people();
        new CallsPart(html, audit).write();
    }

    private void proof() {
        html.in("p", () -> html.text("Every fact on this page comes from the journal ")
                .element("a", "audit.jsonl", "href", html.files() + "audit.jsonl")
                .text(" (" + audit.journal().events() + " events, each chained to the one before by its hash). ")
                .text("#12 stands for line 12 of it. The same facts for programs: ")
                .element("a", "results.json", "href", html.files() + "results.json")
                .text(" and ")
                .element("a", "junit.xml", "href", html.files() + "junit.xml")
                .text("."));
        audit.journal()
                .lastHash()
                .ifPresent(hash -> html.in("p", () -> html.text("Hash of the journal's last line: ")
                        .element("code", hash)
                        .text(
                                ". This page, the journal and the files beside them prove nothing against whoever can write them."
                                        + " Compare with a copy of this hash that was kept elsewhere: the console of the run"
                                        + " printed it as Last hash, and a build of Jenkins keeps it in its record, with which its"
                                        + " page Verify the audit trail compares.")));
        html.in("p", () -> html.text("To check the chain, and this page against it: ")
                .element("code", "drs audit verify DIR --hash HASH")
                .text(", with the folder that holds these files. The status: "
                        + Proof.all(result.verdict().evidence()) + "."));
    }

    private void people() {
        var starter = result.run().starter();
        html.element(
                "p",
                "Started by " + starter.startedBy() + " on " + starter.host() + " with version "
                        + starter.toolVersion() + ". "
                        + (audit.interventions().isEmpty() ? "Nobody intervened while it ran." : ""));
        if (!audit.interventions().isEmpty()) {
            List<String> headings = List.of("When", "What", "By", "Wave", "Remark", "Proof");
            table.of("Interventions", headings, audit.interventions(), it -> {
                table.cell(Words.moment(Optional.of(it.at())));
                table.head(Words.of(it.kind()));
                table.cell(it.by());
                table.cell(Words.or(it.wave()));
                table.cell(Words.or(it.reason()));
                table.cell(Proof.line(it.event()));
            });
        }
    }
}
