package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.history.PlanTrend;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.Objective;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A bar for each execution against its objective. The table below it says the same. */
final class TrendSvg {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 170;
    private static final int LEFT = 70;
    private static final int BOTTOM = 146;
    private static final int TOP = 16;
    /** More bars would be too thin to tell apart. */
    private static final int MOST = 60;

    private final HtmlWriter html;
    private final String name;
    private final List<DrillSummary> drills;
    private final Function<DrillSummary, Objective> measure;
    private final long highest;

    TrendSvg(HtmlWriter html, String name, PlanTrend trend, Function<DrillSummary, Objective> measure) {
        this.html = html;
        this.name = name;
        List<DrillSummary> all = trend.drills();
        this.drills = all.subList(Math.max(0, all.size() - MOST), all.size());
        this.measure = measure;
        this.highest = drills.stream()
                .map(measure)
                .flatMap(it -> java.util.stream.Stream.concat(it.reached().stream(), it.objective().stream()))
                .mapToLong(Duration::toMillis)
                .max()
                .orElse(1);
    }

    void write() {
        html.in(
                "figure",
                () -> {
                    html.element("figcaption", name);
                    html.in(
                            "svg",
                            this::picture,
                            "viewBox",
                            "0 0 " + WIDTH + " " + HEIGHT,
                            "role",
                            "img",
                            "aria-label",
                            name + " of the last " + drills.size() + " executions; the table below has the same data");
                },
                "class",
                "trend");
    }

    private void picture() {
        label(y(highest), Durations.text(Duration.ofMillis(highest)));
        label(BOTTOM, "0");
        line("tick", LEFT, WIDTH, BOTTOM);
        for (int index = 0; index < drills.size(); index++) {
            bar(drills.get(index), index);
        }
    }

    private void bar(DrillSummary drill, int index) {
        Objective objective = measure.apply(drill);
        double step = (WIDTH - LEFT) / (double) drills.size();
        double from = LEFT + index * step;
        double width = Math.min(34, step * 0.7);
        double top = objective.reached().map(it -> y(it.toMillis())).orElse(BOTTOM - 3.0);
        Tone tone = objective.reached().isPresent() ? Tone.of(objective) : Tone.BAD;
        html.in(
                "rect",
                () -> html.element("title", Words.moment(Optional.of(drill.run().started())) + ": " + text(objective)),
                "class",
                tone.style(),
                "x",
                number(from + (step - width) / 2),
                "y",
                number(top),
                "width",
                number(width),
                "height",
                number(BOTTOM - top));
        objective.objective().ifPresent(limit -> line("mark-objective", from, from + step, y(limit.toMillis())));
    }

    private static String text(Objective objective) {
        return objective.reached().map(Durations::text).orElse("not reached")
                + objective
                        .objective()
                        .map(limit -> ", objective " + Durations.text(limit))
                        .orElse("");
    }

    private void line(String kind, double from, double to, double y) {
        html.single("line", "class", kind, "x1", number(from), "x2", number(to), "y1", number(y), "y2", number(y));
    }

    private void label(double y, String text) {
        html.element(
                "text", text, "class", "tick-label", "x", "" + (LEFT - 8), "y", number(y + 4), "text-anchor", "end");
    }

    private double y(long millis) {
        return BOTTOM - (BOTTOM - TOP) * millis / (double) Math.max(1, highest);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
