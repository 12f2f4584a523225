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
                .text(" (" + audit.journal().events() + " events, each chained to the previous one by its hash). ")
                .text("#12 is its line 12. The same facts for programs: ")
                .element("a", "results.json", "href", html.files() + "results.json")
                .text(" and ")
                .element("a", "junit.xml", "href", html.files() + "junit.xml")
                .text("."));
        audit.journal()
                .lastHash()
                .ifPresent(hash -> html.in("p", () -> html.text("Hash of the journal's last line: ")
                        .element("code", hash)
                        .text(". Anyone with write access could have changed this page, the journal and other files."
                                + " Compare it with a separately stored copy: the console of the run"
                                + " printed it as Last hash, and a build of Jenkins stores it in its record, as"
                                + " its page Verify the audit trail says.")));
        html.in("p", () -> html.text("To verify the chain and this page: ")
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
                        + (audit.interventions().isEmpty() ? "There were no interventions." : ""));
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
