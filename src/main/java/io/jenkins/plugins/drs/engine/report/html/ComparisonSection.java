package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.history.Change;
import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.result.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What changed since the previous execution of the plan. */
final class ComparisonSection {
    private static final int SERVERS = 10;

    private final HtmlWriter html;
    private final Comparison comparison;
    private final Table table;

    ComparisonSection(HtmlWriter html, Comparison comparison) {
        this.html = html;
        this.comparison = comparison;
        this.table = new Table(html);
    }

    void write() {
        html.in("section", this::content, "aria-labelledby", "comparison");
        html.line();
    }

    private void content() {
        var before = comparison.previous().run();
        html.element("h2", "Comparison with the previous execution", "id", "comparison");
        html.element(
                "p",
                "Compared with " + before.executionId() + " of " + Words.moment(Optional.of(before.started()))
                        + ": "
                        + Words.of(before.status()) + ". The configuration is "
                        + (comparison.sameConfiguration() ? "the same." : "different."));
        named("Recovered then, but not now: ", comparison.broken());
        named("Not recovered then, but recovered now: ", comparison.mended());
        changes("Figures of both", comparison.figures());
        List<Change> servers = comparison.servers();
        if (servers.isEmpty()) {
            html.element("p", "No server took more than a tenth longer or shorter.");
        } else {
            List<Change> shown = servers.subList(0, Math.min(SERVERS, servers.size()));
            changes("Servers whose recovery time changed most (" + servers.size() + " changed)", shown);
        }
    }

    private void named(String what, List<String> servers) {
        if (!servers.isEmpty()) {
            String more = servers.size() > SERVERS ? " and " + (servers.size() - SERVERS) + " more" : "";
            List<String> shown = servers.subList(0, Math.min(SERVERS, servers.size()));
            html.in("p", () -> html.element("strong", what).text(String.join(", ", shown) + more + "."));
        }
    }

    private void changes(String caption, List<Change> changes) {
        table.of(caption, List.of("What", "Before", "Now", "Change"), changes, change -> {
            table.head(change.subject());
            table.number(Words.length(change.before()));
            table.number(Words.length(change.now()));
            html.in("td", () -> direction(change), "class", "number");
        });
    }

    private void direction(Change change) {
        Duration by = change.by();
        String text = (by.isNegative() ? "-" : "+") + Durations.text(by.abs());
        switch (change.direction()) {
            case WORSE -> Tone.WARN.badge(html, text);
            case BETTER -> Tone.GOOD.badge(html, text);
            case GONE -> Tone.WARN.badge(html, "no longer measured");
            case NEW -> html.text("new");
            case SAME -> html.text(by.isZero() ? "same" : text + ", about the same");
        }
    }
}
