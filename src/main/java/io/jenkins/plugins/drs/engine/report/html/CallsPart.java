package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.AuditSummary;
import io.jenkins.plugins.drs.engine.result.AuditSummary.Call;
import java.util.List;
import java.util.Optional;

/** What was asked of AWS: in sum, what failed, and call by call. */
final class CallsPart {
    /** More calls are in the file beside the page: a thousand servers take ten thousand calls. */
    private static final int SHOWN = 500;

    private final HtmlWriter html;
    private final AuditSummary audit;
    private final Table table;

    CallsPart(HtmlWriter html, AuditSummary audit) {
        this.html = html;
        this.audit = audit;
        this.table = new Table(html);
    }

    void write() {
        if (audit.calls().isEmpty()) {
            return;
        }
        html.element("h3", "Calls to AWS");
        html.in("p", () -> html.text(
                        "Every call with its request id, duration, outcome and the event that it was made because"
                                + " of: ")
                .element("a", "calls.csv", "href", html.files() + "calls.csv")
                .text("."));
        failures();
        html.in("details", () -> {
            html.element("summary", "Show calls by operation");
            sums();
        });
        trail();
    }

    private void sums() {
        List<String> headings = List.of("Service", "Operation", "Calls", "Failed", "Throttled", "On average");
        table.of("Calls by operation", headings, audit.calls(), calls -> {
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

    private void trail() {
        List<Call> all = audit.trail();
        boolean few = all.size() <= SHOWN;
        List<Call> shown =
                few ? all : all.stream().filter(Call::failed).limit(SHOWN).toList();
        if (!shown.isEmpty()) {
            html.in("details", () -> {
                html.element("summary", few ? "Show all " + all.size() + " calls" : "Show calls that failed");
                List<String> headings = List.of(
                        "Event", "Because of", "At (UTC)", "Operation", "Where", "Took", "Outcome", "Request id");
                table.of(few ? "All calls" : "Calls that failed", headings, shown, this::call);
            });
        }
    }

    private void call(Call call) {
        table.number(Proof.line(call.event()));
        table.number(call.cause().map(Proof::line).orElse(""));
        table.cell(Words.time(Optional.of(call.at())));
        table.head(call.subject().service() + " " + call.subject().operation());
        table.cell(call.subject().target().toString());
        table.number(call.millis() + " ms");
        if (call.failed()) {
            table.badge(Tone.WARN, call.outcome());
        } else {
            table.cell(call.outcome());
        }
        table.code(Words.or(call.requestId()));
    }
}
