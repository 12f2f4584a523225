package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.history.ReadinessMetrics;
import io.jenkins.plugins.drs.engine.result.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far the mission is. */
final class ReadinessPart {
    private final HtmlWriter html;
    private final ReadinessMetrics metrics;
    private final Instant now;
    private final Table table;

    ReadinessPart(HtmlWriter html, ReadinessMetrics metrics, Instant now) {
        this.html = html;
        this.metrics = metrics;
        this.now = now;
        this.table = new Table(html);
    }

    void write() {
        html.in("section", this::content, "aria-labelledby", "mission");
        html.line();
    }

    private void content() {
        html.element("h2", "Readiness", "id", "mission");
        html.in("ul", this::cards, "class", "cards");
        table.of(
                "Last successful drill of each plan",
                List.of("Plan", "Last successful drill", "Age"),
                metrics.plans(),
                plan -> {
                    table.head(plan.planName());
                    if (plan.lastGood().isEmpty()) {
                        table.badge(Tone.BAD, "never");
                        table.cell(Words.NONE);
                    } else {
                        table.cell(Words.moment(plan.lastGood()));
                        table.number(age(plan.lastGood().get()));
                    }
                });
    }

    private String age(Instant lastGood) {
        Duration age = Duration.between(lastGood, now);
        return age.toDays() > 0 ? age.toDays() + " days" : Durations.text(age.isNegative() ? Duration.ZERO : age);
    }

    private void cards() {
        card("Plans with actions", metrics.withActions(), "run something before or after a wave");
        card("Plans backed up", metrics.backedUp(), "have not changed since their export");
        card("Drills traceable", metrics.traceable(), "have an intact journal");
    }

    private void card(String name, ReadinessMetrics.Share share, String what) {
        Optional<Long> percent = share.percent();
        Tone tone = share.met().map(met -> met ? Tone.GOOD : Tone.WARN).orElse(Tone.IDLE);
        html.in(
                "li",
                () -> html.element("span", name, "class", "name")
                        .element("span", percent.map(it -> it + " %").orElse(Words.NONE), "class", "value")
                        .element(
                                "span",
                                share.count() + " of " + share.of() + " " + what + "; goal " + share.goal() + " %",
                                "class",
                                "note"),
                "class",
                tone.style());
    }
}
