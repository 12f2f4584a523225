package io.jenkins.plugins.drs.view;

import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.Headline;
import io.jenkins.plugins.drs.engine.result.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where a drawing of one measure over many drills puts its bars. A page draws them; a table says the same in words. */
public final class TrendChart {
    static final int WIDTH = 480;
    static final int HEIGHT = 150;

    private static final int LEFT = 64;
    private static final int RIGHT = 10;
    private static final int TOP = 16;
    private static final int BOTTOM = 126;
    private static final int MOST = 30;
    private static final int WIDEST = 34;
    private static final double HEADROOM = 1.15;

    private final String name;
    private final List<DrillRun> runs;
    private final Function<DrillRun, Objective> measure;
    private final double top;

    /** A chart of {@code runs}, which come with the newest first. */
    TrendChart(String name, List<DrillRun> runs, Function<DrillRun, Objective> measure) {
        this.name = name;
        this.runs = oldestFirst(runs);
        this.measure = measure;
        this.top = HEADROOM
                * this.runs.stream()
                        .map(measure)
                        .flatMap(it -> Stream.of(it.reached(), it.objective()))
                        .flatMap(Optional::stream)
                        .mapToLong(Duration::toMillis)
                        .max()
                        .orElse(1_000);
    }

    private static List<DrillRun> oldestFirst(List<DrillRun> runs) {
        List<DrillRun> shown = new ArrayList<>();
        for (int index = Math.min(MOST, runs.size()) - 1; index >= 0; index--) {
            shown.add(runs.get(index));
        }
        return shown;
    }

    public String getName() {
        return name;
    }

    public String getViewBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    public List<Bar> getBars() {
        List<Bar> bars = new ArrayList<>();
        double step = (double) (WIDTH - LEFT - RIGHT) / runs.size();
        double width = Math.min(WIDEST, step * 0.72);
        for (int index = 0; index < runs.size(); index++) {
            bars.add(bar(runs.get(index), LEFT + index * step + (step - width) / 2, width));
        }
        return bars;
    }

    private Bar bar(DrillRun run, double x, double width) {
        Objective value = measure.apply(run);
        double y = value.reached().map(this::y).orElse(BOTTOM - 3.0);
        String tone = value.reached().isEmpty()
                ? "none"
                : value.met().map(met -> met ? "good" : "bad").orElse("idle");
        String title = run.getBuildName() + ": " + reached(run, value) + (run.isSimulated() ? " (simulated)" : "");
        return new Bar(run, title, tone, new Box(x, y, width, BOTTOM - y));
    }

    private String reached(DrillRun run, Objective value) {
        return run.getStatusWord() + ", "
                + Headline.reached(value, run.getStatus());
    }

    private double y(Duration value) {
        return BOTTOM - (BOTTOM - TOP) * value.toMillis() / top;
    }

    /** Height of the newest objective; empty when the plan sets none. */
    public String getObjectiveY() {
        return objective().map(this::y).map(TrendChart::number).orElse("");
    }

    public String getObjectiveText() {
        return objective().map(Durations::text).orElse("");
    }

    private Optional<Duration> objective() {
        return measure.apply(runs.get(runs.size() - 1)).objective();
    }

    public String getFirstBuild() {
        return runs.get(0).getBuildName();
    }

    public String getLastBuild() {
        return runs.get(runs.size() - 1).getBuildName();
    }

    /** The longest time reached, and where it lies; empty when nothing was measured. */
    public String getLongestText() {
        return longest().map(Durations::text).orElse("");
    }

    public String getLongestY() {
        return longest().map(this::y).map(TrendChart::number).orElse("");
    }

    private Optional<Duration> longest() {
        return runs.stream()
                .flatMap(run -> measure.apply(run).reached().stream())
                .max(Duration::compareTo)
                .filter(value -> objective().isEmpty() || apart(value, objective().get()));
    }

    /** Labels nearer than this would cover each other. */
    private boolean apart(Duration one, Duration other) {
        return Math.abs(y(one) - y(other)) >= 14;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private record Box(double x, double y, double width, double height) {}

    /** One drill. */
    public static final class Bar {
        private final DrillRun run;
        private final String title;
        private final String tone;
        private final Box box;

        private Bar(DrillRun run, String title, String tone, Box box) {
            this.run = run;
            this.title = title;
            this.tone = tone;
            this.box = box;
        }

        public String getUrl() {
            return run.getUrl();
        }

        public String getTitle() {
            return title;
        }

        /** Class of the style sheet. */
        public String getTone() {
            return tone;
        }

        public String getX() {
            return number(box.x());
        }

        public String getY() {
            return number(box.y());
        }

        public String getWidth() {
            return number(box.width());
        }

        public String getHeight() {
            return number(box.height());
        }
    }
}
