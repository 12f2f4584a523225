package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Draws a timeline. Colours come from the style sheet; what the picture says is also said in words. */
final class TimelineSvg {
    private static final int TOP = 62;
    private static final int BAR = 18;
    private static final int PATH = 5;
    private static final List<Integer> STEPS =
            List.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400);

    private final HtmlWriter html;
    private final Timeline timeline;
    private final Shape shape;
    private final Instant end;
    private final int height;

    /**
     * Measures of a picture, in its own units.
     *
     * @param className of the picture in the style sheet
     * @param nameLine height of a line of its own above each bar for the row's name; 0 where names stand left of the bars
     * @param ticks times on the axis at most
     * @param longestName letters of a row's name before it is cut
     * @param longestMark room that the words at a mark need
     */
    record Shape(
            String className,
            int width,
            int left,
            int right,
            int nameLine,
            int ticks,
            int longestName,
            int longestMark) {
        /** Names of rows left of their bars. */
        static final Shape WIDE = new Shape("wide", 1000, 190, 34, 0, 10, 26, 160);
        /** Names of rows above their bars, so that the whole picture can be read on a phone. */
        static final Shape NARROW = new Shape("narrow", 420, 14, 26, 20, 4, 52, 120);

        private int row() {
            return nameLine + BAR + PATH + 11;
        }
    }

    TimelineSvg(HtmlWriter html, Timeline timeline, Shape shape) {
        this.html = html;
        this.timeline = timeline;
        this.shape = shape;
        this.end = timeline.objective()
                .filter(objective -> objective.isAfter(timeline.to()) && near(objective))
                .map(objective -> objective.plus(
                        Duration.between(timeline.from(), objective).dividedBy(12)))
                .orElse(timeline.to());
        this.height = TOP + timeline.rows().size() * shape.row() + 8;
    }

    /** An objective far beyond the end would squeeze everything else into nothing. */
    private boolean near(Instant objective) {
        Duration run = Duration.between(timeline.from(), timeline.to());
        return Duration.between(timeline.from(), objective).compareTo(run.multipliedBy(5)) <= 0;
    }

    void write() {
        html.in(
                "svg",
                this::picture,
                "class",
                shape.className(),
                "viewBox",
                "0 0 " + shape.width() + " " + height,
                "role",
                "img",
                "aria-labelledby",
                title(),
                "width",
                "" + shape.width(),
                "height",
                "" + height);
    }

    private String title() {
        return "timeline-title-" + shape.className();
    }

    private void picture() {
        html.element("title", "Timeline of the waves; the table below has the same data", "id", title());
        ticks();
        for (int index = 0; index < timeline.rows().size(); index++) {
            row(timeline.rows().get(index), TOP + index * shape.row());
        }
        timeline.objective()
                .filter(at -> !at.isAfter(end))
                .ifPresent(at -> mark(at, "RTO objective", "mark-objective", 12));
        timeline.recovered().ifPresent(at -> mark(at, "All recovered", "mark-recovered", 27));
    }

    private void ticks() {
        long seconds = Math.max(1, Duration.between(timeline.from(), end).toSeconds());
        int step = STEPS.stream()
                .filter(it -> seconds / it <= shape.ticks())
                .findFirst()
                .orElse(172_800);
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
        boolean above = shape.nameLine() > 0;
        html.in(
                "text",
                () -> html.element("title", row.name()).text(PlainText.shortened(row.name(), shape.longestName())),
                "class",
                "row-label",
                "x",
                above ? "0" : "" + (shape.left() - 12),
                "y",
                "" + (y + 14),
                "text-anchor",
                above ? "start" : "end");
        int bar = y + shape.nameLine();
        row.spans().forEach(span -> bar(row, span, bar, BAR));
        row.critical().forEach(span -> bar(row, span, bar + BAR + 2, PATH));
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
        boolean late = position(at) > shape.width() - shape.longestMark();
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

    private double position(Instant at) {
        double whole = Math.max(1, Duration.between(timeline.from(), end).toMillis());
        double part = Duration.between(timeline.from(), at).toMillis();
        return shape.left() + (shape.width() - shape.left() - shape.right()) * part / whole;
    }

    private String x(Instant at) {
        return number(position(at));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
