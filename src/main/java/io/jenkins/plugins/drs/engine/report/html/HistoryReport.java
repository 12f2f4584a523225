package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.history.PlanTrend;
import io.jenkins.plugins.drs.engine.history.ReadinessMetrics;
import io.jenkins.plugins.drs.engine.history.Worsening;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.Headline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Many executions on one page: how far the mission is, and for each plan its trend and what got worse since when. */
public final class HistoryReport {
    private static final int SLOWEST = 10;

    private final HtmlWriter html = new HtmlWriter("");
    private final Table table = new Table(html);
    private final List<PlanTrend> trends;
    private final ReadinessMetrics metrics;
    private final Instant now;
    private int section;

    private HistoryReport(List<DrillSummary> history, ReadinessMetrics metrics, Instant now) {
        this.trends = PlanTrend.of(history);
        this.metrics = metrics;
        this.now = now;
    }

    /**
     * The page; it asks for {@code report.css} and {@code history.csv} beside it.
     *
     * @param now what ages are counted to
     */
    public static String page(List<DrillSummary> history, ReadinessMetrics metrics, Instant now) {
        HistoryReport report = new HistoryReport(history, metrics, now);
        report.html.in(
                "html", () -> report.html.in("head", report::head).line().in("body", report::body), "lang", "en");
        return "<!DOCTYPE html>\n" + report.html + "\n";
    }

    private void head() {
        html.single("meta", "charset", "utf-8");
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.single("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", "History of recovery drills");
        html.single("link", "rel", "stylesheet", "href", "report.css");
    }

    private void body() {
        html.in(
                "div",
                () -> {
                    html.in("header", () -> {
                        html.element("p", "AWS DRS Orchestration", "class", "kicker");
                        html.element("h1", "History of recovery drills");
                        html.in("p", () -> html.text("Each execution is a row of ")
                                .element("a", "history.csv", "href", "history.csv")
                                .text(". All times are UTC."));
                    });
                    html.in("main", () -> {
                        new ReadinessPart(html, metrics, now).write();
                        trends.forEach(this::plan);
                    });
                },
                "class",
                "drs-report");
    }

    private void plan(PlanTrend trend) {
        String id = "plan-" + ++section;
        html.in(
                "section",
                () -> {
                    html.element("h2", trend.planName(), "id", id);
                    if (trend.drills().stream().anyMatch(drill -> !drill.run().inAws())) {
                        html.element(
                                "p",
                                "Executions marked as simulated or not AWS are not evidence about AWS.",
                                "class",
                                "quiet");
                    }
                    worsened(trend);
                    html.in(
                            "div",
                            () -> {
                                new TrendSvg(html, "Recovery time (RTO)", trend, DrillSummary::rto).write();
                                new TrendSvg(html, "Recovery point (RPO)", trend, DrillSummary::rpo).write();
                            },
                            "class",
                            "trends");
                    drills(trend);
                    slowest(trend);
                },
                "aria-labelledby",
                id);
        html.line();
    }

    private void worsened(PlanTrend trend) {
        List<Worsening> worse = trend.worsened();
        if (worse.isEmpty()) {
            html.element("p", trend.drills().size() < 2 ? "There is no earlier execution." : "Nothing got worse.");
            return;
        }
        table.of(
                trend.planName() + ": what got worse, and since when",
                List.of("What", "Usual", "Now", "Since"),
                worse,
                it -> {
                    table.head(it.subject());
                    boolean fails = it.now().isZero();
                    table.number(fails ? "recovered" : Durations.text(it.usual()));
                    table.badge(fails ? Tone.BAD : Tone.WARN, fails ? "not recovered" : Durations.text(it.now()));
                    table.cell(Words.moment(Optional.of(it.since().started())) + " ("
                            + it.since().executionId() + ")");
                });
    }

    private void drills(PlanTrend trend) {
        List<DrillSummary> newest = new ArrayList<>(trend.drills());
        Collections.reverse(newest);
        List<String> headings = List.of("Started", "Status", "Servers", "RTO", "RPO", "Lost", "Traceable", "Execution");
        table.of(trend.planName() + ": executions, newest first", headings, newest, drill -> {
            var run = drill.run();
            html.element("th", Words.moment(Optional.of(run.started())), "scope", "row");
            html.in("td", () -> {
                Tone.of(run.status()).badge(html, Words.of(run.status()));
                html.text(run.mark());
            });
            table.number(run.end().recovered() + " of " + run.end().servers());
            table.number(
                    Headline.reached(drill.rto(), run.status()) + (drill.rto().missed() ? " missed" : ""));
            table.number(
                    Headline.reached(drill.rpo(), run.status()) + (drill.rpo().missed() ? " missed" : ""));
            table.number(Words.length(drill.lost()));
            table.cell(drill.traceable() ? "yes" : "no");
            table.code(run.executionId());
        });
    }

    private void slowest(PlanTrend trend) {
        var slowest = trend.slowest(SLOWEST);
        if (!slowest.isEmpty()) {
            table.of(
                    trend.planName() + ": slowest servers of the latest execution",
                    List.of("Server", "Time taken", "Usual before", "RPO"),
                    slowest,
                    server -> {
                        table.head(server.now().label());
                        table.number(Words.length(server.now().recovery()));
                        table.number(Words.length(server.usual()));
                        table.number(Words.length(server.now().dataAge()));
                    });
        }
    }
}
