package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Draws a timeline. Colours come from the style sheet; what the picture says is also said in words. */
final class TimelineSvg {
    private static final int WIDTH = 1000;
    private static final int LEFT = 190;
    private static final int RIGHT = 34;
    private static final int TOP = 62;
    private static final int ROW = 34;
    private static final int BAR = 18;
    private static final int PATH = 5;
    private static final int LONGEST_NAME = 26;
    private static final List<Integer> STEPS =
            List.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400);

    private final HtmlWriter html;
    private final Timeline timeline;
    private final Instant end;
    private final int height;

    TimelineSvg(HtmlWriter html, Timeline timeline) {
        this.html = html;
        this.timeline = timeline;
        this.end = timeline.objective()
                .filter(objective -> objective.isAfter(timeline.to()) && near(objective))
                .map(objective -> objective.plus(
                        Duration.between(timeline.from(), objective).dividedBy(12)))
                .orElse(timeline.to());
        this.height = TOP + timeline.rows().size() * ROW + 8;
    }

    /** An objective far beyond the end would squeeze everything else into nothing. */
    private boolean near(Instant objective) {
        Duration run = Duration.between(timeline.from(), timeline.to());
        return Duration.between(timeline.from(), objective).compareTo(run.multipliedBy(5)) <= 0;
    }

    void write() {
        html.in(
                "figure",
                () -> {
                    html.in(
                            "div",
                            () -> html.in(
                                    "svg",
                                    this::picture,
                                    "viewBox",
                                    "0 0 " + WIDTH + " " + height,
                                    "role",
                                    "img",
                                    "aria-labelledby",
                                    "timeline-title",
                                    "width",
                                    "" + WIDTH,
                                    "height",
                                    "" + height),
                            "class",
                            "scroll",
                            "tabindex",
                            "0",
                            "role",
                            "region",
                            "aria-label",
                            "Timeline");
                    html.in("figcaption", this::legend);
                },
                "class",
                "timeline");
    }

    private void picture() {
        html.element("title", "Timeline of the waves; the table below says the same", "id", "timeline-title");
        ticks();
        for (int index = 0; index < timeline.rows().size(); index++) {
            row(timeline.rows().get(index), TOP + index * ROW);
        }
        timeline.objective()
                .filter(at -> !at.isAfter(end))
                .ifPresent(at -> mark(at, "RTO objective", "mark-objective", 12));
        timeline.recovered().ifPresent(at -> mark(at, "All recovered", "mark-recovered", 27));
    }

    private void ticks() {
        long seconds = Math.max(1, Duration.between(timeline.from(), end).toSeconds());
        int step = STEPS.stream().filter(it -> seconds / it <= 10).findFirst().orElse(172_800);
        for (long at = 0; at <= seconds; at += step) {
            String x = x(timeline.from().plusSeconds(at));
            html.single("line", "class", "tick", "x1", x, "x2", x, "y1", "" + (TOP - 6), "y2", "" + height);
            html.element(
                    "text",
                    Durations.text(Duration.ofSeconds(at)),
                    "class",
                    "tick-label",
                    "x",
                    x,
                    "y",
                    "" + (TOP - 12),
                    "text-anchor",
                    "middle");
        }
    }

    private void row(Timeline.Row row, int y) {
        html.in(
                "text",
                () -> html.element("title", row.name()).text(PlainText.shortened(row.name(), LONGEST_NAME)),
                "class",
                "row-label",
                "x",
                "" + (LEFT - 12),
                "y",
                "" + (y + 14),
                "text-anchor",
                "end");
        row.spans().forEach(span -> bar(row, span, y, BAR));
        row.critical().forEach(span -> bar(row, span, y + BAR + 2, PATH));
        html.line();
    }

    private void bar(Timeline.Row row, Timeline.Span span, int y, int thick) {
        html.in(
                "rect",
                () -> html.element("title", row.name() + ": " + span.name() + ", " + Durations.text(span.length())),
                "class",
                span.kind(),
                "x",
                x(span.from()),
                "y",
                "" + y,
                "width",
                number(Math.max(2, position(span.to()) - position(span.from()))),
                "height",
                "" + thick,
                "rx",
                "1");
    }

    private void line(Instant at, String kind, int from, int to) {
        html.single("line", "class", kind, "x1", x(at), "x2", x(at), "y1", "" + from, "y2", "" + to);
    }

    /** Marks have lines of their own, so that two that lie together can both be read. */
    private void mark(Instant at, String name, String kind, int y) {
        boolean late = position(at) > WIDTH - 160;
        line(at, kind, y + 3, TOP - 24); // not through the times of the axis
        line(at, kind, TOP - 6, height);
        html.element(
                "text",
                name,
                "class",
                kind,
                "x",
                number(position(at) + (late ? -5 : 5)),
                "y",
                "" + y,
                "text-anchor",
                late ? "end" : "start");
    }

    private void legend() {
        html.element("span", "Preflight", "class", "key phase-preflight");
        html.element("span", "Actions", "class", "key phase-actions");
        html.element("span", "Launch", "class", "key phase-launch");
        html.element("span", "Validation", "class", "key phase-validation");
        html.element("span", "Waiting for a person", "class", "key phase-paused");
        html.element("span", "Cleanup", "class", "key phase-cleanup");
        html.element("span", "Critical path", "class", "key critical");
        html.element("span", "Lost between the steps of AWS", "class", "key lost");
    }

    private double position(Instant at) {
        double whole = Math.max(1, Duration.between(timeline.from(), end).toMillis());
        double part = Duration.between(timeline.from(), at).toMillis();
        return LEFT + (WIDTH - LEFT - RIGHT) * part / whole;
    }

    private String x(Instant at) {
        return number(position(at));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
