package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.result.Durations;
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

    private static final int LEFT = 88;
    private static final int RIGHT = 10;
    private static final int TOP = 16;
    private static final int BOTTOM = 126;
    private static final int MOST = 30;
    private static final int WIDEST = 34;
    private static final double LOWEST = 3;
    private static final double HEADROOM = 1.15;

    private final String name;
    private final List<DrillRow> runs;
    private final Function<DrillRow, Objective> measure;
    private final double top;

    /** A chart of {@code runs}, which come with the newest first. */
    TrendChart(String name, List<DrillRow> runs, Function<DrillRow, Objective> measure) {
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

    private static List<DrillRow> oldestFirst(List<DrillRow> runs) {
        List<DrillRow> shown = new ArrayList<>();
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

    /** One for each drill, the oldest first. */
    public List<Bar> getBars() {
        List<Bar> bars = new ArrayList<>();
        double step = (double) (WIDTH - LEFT - RIGHT) / runs.size();
        for (int index = 0; index < runs.size(); index++) {
            bars.add(bar(runs.get(index), LEFT + index * step, step));
        }
        return bars;
    }

    private Bar bar(DrillRow run, double from, double step) {
        Objective value = measure.apply(run);
        double y = Math.min(BOTTOM - LOWEST, value.reached().map(this::y).orElse(BOTTOM - LOWEST));
        String tone = value.reached().isEmpty()
                ? "none"
                : value.met().map(met -> met ? "good" : "bad").orElse("idle");
        String reached = run.getBuildName() + ": " + reached(run, value);
        String title = run.isSimulated()
                ? Messages.TrendChart_simulated(reached)
                : run.isNotAws() ? Messages.TrendChart_notAws(reached) : reached;
        String objectiveY =
                value.objective().map(this::y).map(TrendChart::number).orElse("");
        return new Bar(run, title, tone, new Place(from, step, y, objectiveY));
    }

    private String reached(DrillRow run, Objective value) {
        return run.getStatusWord() + ", " + run.reached(value);
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
                .filter(value ->
                        objective().isEmpty() || apart(value, objective().get()));
    }

    /** Labels nearer than this would cover each other. */
    private boolean apart(Duration one, Duration other) {
        return Math.abs(y(one) - y(other)) >= 14;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private record Place(double from, double step, double y, String objectiveY) {}

    /** One drill. */
    public record Bar(DrillRow run, String title, String tone, Place place) {
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

        private double width() {
            return Math.min(WIDEST, place.step() * 0.72);
        }

        public String getX() {
            return number(place.from() + (place.step() - width()) / 2);
        }

        public String getY() {
            return number(place.y());
        }

        public String getWidth() {
            return number(width());
        }

        public String getHeight() {
            return number(BOTTOM - place.y());
        }

        /** Where the drill's part of the axis begins. */
        public String getFrom() {
            return number(place.from());
        }

        public String getTo() {
            return number(place.from() + place.step());
        }

        /** Height of the objective that the drill had; empty when it had none. */
        public String getObjectiveY() {
            return place.objectiveY();
        }
    }
}
