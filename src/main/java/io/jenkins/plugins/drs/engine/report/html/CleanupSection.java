package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.CleanupResult;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.util.List;

/** What was terminated and what was not. */
final class CleanupSection {
    private final HtmlWriter html;
    private final CleanupResult cleanup;
    private final Table table;

    CleanupSection(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.cleanup = result.cleanup();
        this.table = new Table(html);
    }

    void write() {
        html.in(
                "section",
                () -> {
                    html.element("h2", "Cleanup", "id", "cleanup");
                    html.in("p", () -> {
                        Tone.of(cleanup.status()).badge(html, Words.of(cleanup.status()));
                        html.text(sentence());
                    });
                    remnants();
                    leftovers();
                    if (cleanup.timing().started().isPresent()) {
                        html.element("p", "Proof: " + Proof.all(cleanup.course().evidence()), "class", "quiet");
                    }
                },
                "aria-labelledby",
                "cleanup");
        html.line();
    }

    private String sentence() {
        String count = "Instances: " + cleanup.counts() + ".";
        return switch (cleanup.status()) {
            case PENDING -> "Cleanup has not started.";
            case RUNNING -> "Cleanup is running. " + count;
            case DONE -> "Everything that was launched is terminated. " + count;
            case KEPT -> "Some resources were kept in AWS as requested. " + count;
            case INCOMPLETE -> "Some resources were left in AWS unintentionally. They cost money. " + count;
            case NOT_NEEDED -> "There was nothing to terminate.";
        };
    }

    private void remnants() {
        if (cleanup.leftBehind().isEmpty()) {
            return;
        }
        List<String> headings = List.of("What", "Id", "Where", "On purpose", "Why");
        table.of("Still in AWS", headings, cleanup.leftBehind(), remnant -> {
            table.head(Words.of(remnant.kind()));
            table.code(remnant.id());
            table.cell(remnant.target().toString());
            table.badge(remnant.asked() ? Tone.WARN : Tone.BAD, remnant.asked() ? "Yes" : "No");
            table.cell(Words.or(remnant.reason()));
        });
    }

    private void leftovers() {
        if (cleanup.leftovers().isEmpty()) {
            return;
        }
        List<String> headings = List.of("Instance", "Source server", "Where", "Execution", "Terminated");
        table.of("Left behind by earlier drills", headings, cleanup.leftovers(), leftover -> {
            table.head(leftover.instanceId());
            table.code(leftover.sourceServerId());
            table.cell(leftover.target().toString());
            table.code(Words.or(leftover.executionId()));
            table.badge(leftover.terminated() ? Tone.GOOD : Tone.WARN, leftover.terminated() ? "Yes" : "No");
        });
    }
}
