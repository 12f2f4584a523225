package io.jenkins.plugins.drs.engine.history;

import io.jenkins.plugins.drs.engine.history.DrillSummary.ServerFigure;
import io.jenkins.plugins.drs.engine.history.DrillSummary.WaveFigure;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The executions of one plan over time.
 *
 * @param drills those that launched servers, the oldest first; never empty
 */
public record PlanTrend(String planName, List<DrillSummary> drills) {
    /** A figure has become worse when it is above the usual one by this much, in percent, and half a minute. */
    private static final int WORSE = 20;

    public PlanTrend {
        drills = List.copyOf(drills);
    }

    /** One trend for each plan, in the order of their latest executions, the newest first. */
    public static List<PlanTrend> of(List<DrillSummary> history) {
        Map<String, List<DrillSummary>> byPlan = new LinkedHashMap<>();
        history.stream()
                .filter(drill -> drill.run().launches())
                .sorted(Comparator.comparing(drill -> drill.run().started()))
                .forEach(drill -> byPlan.computeIfAbsent(drill.run().planName(), name -> new ArrayList<>())
                        .add(drill));
        return byPlan.entrySet().stream()
                .map(plan -> new PlanTrend(plan.getKey(), plan.getValue()))
                .sorted(Comparator.comparing(
                                (PlanTrend trend) -> trend.last().run().started())
                        .reversed())
                .toList();
    }

    /** The latest execution. */
    public DrillSummary last() {
        return drills.get(drills.size() - 1);
    }

    /** Servers of the latest execution that took longest to recover, the slowest first. */
    public List<ServerFigure> slowest(int count) {
        return last().servers().stream()
                .filter(server -> server.recovery().isPresent())
                .sorted(Comparator.comparing(
                                (ServerFigure server) -> server.recovery().get())
                        .reversed())
                .limit(count)
                .toList();
    }

    /** What got worse, and since when: servers that fail first, then the figures of the plan, its waves, its servers. */
    public List<Worsening> worsened() {
        List<Worsening> worse = new ArrayList<>(failing());
        add(worse, "Recovery time (RTO)", drill -> drill.rto().reached());
        add(worse, "Recovery point (RPO)", drill -> drill.rpo().reached());
        add(worse, "Lost between the steps of AWS", DrillSummary::lost);
        last().waves().forEach(wave -> add(worse, "Wave " + wave.name(), drill -> wave(drill, wave.name())));
        last().servers()
                .forEach(server -> add(worse, server.label(), drill -> server(drill, server.sourceServerId())
                        .flatMap(ServerFigure::recovery)));
        return worse;
    }

    private static Optional<Duration> wave(DrillSummary drill, String name) {
        return drill.waves().stream()
                .filter(wave -> wave.name().equals(name))
                .findFirst()
                .flatMap(WaveFigure::length);
    }

    private static Optional<ServerFigure> server(DrillSummary drill, String id) {
        return drill.servers().stream()
                .filter(server -> server.sourceServerId().equals(id))
                .findFirst();
    }

    private record Point(DrillSummary.Run run, Duration value) {}

    private void add(List<Worsening> worse, String subject, Function<DrillSummary, Optional<Duration>> figure) {
        List<Point> points = drills.stream()
                .flatMap(drill -> figure.apply(drill).map(value -> new Point(drill.run(), value)).stream())
                .toList();
        boolean measured = figure.apply(last()).isPresent();
        for (int first = 1; measured && first < points.size(); first++) {
            Duration usual = median(points.subList(0, first));
            if (points.subList(first, points.size()).stream()
                    .allMatch(point -> Change.isMore(usual, point.value(), WORSE))) {
                Point now = points.get(points.size() - 1);
                worse.add(new Worsening(
                        subject, usual, now.value(), points.get(first).run()));
                return;
            }
        }
    }

    private static Duration median(List<Point> points) {
        List<Duration> sorted = points.stream().map(Point::value).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private List<Worsening> failing() {
        List<Worsening> failing = new ArrayList<>();
        for (ServerFigure server : last().servers()) {
            firstFailure(server.sourceServerId())
                    .ifPresent(
                            since -> failing.add(new Worsening(server.label(), Duration.ZERO, Duration.ZERO, since)));
        }
        return failing;
    }

    /** The first of the executions in which a server failed without a break up to now, after it had been recovered once. */
    private Optional<DrillSummary.Run> firstFailure(String id) {
        Optional<DrillSummary.Run> first = Optional.empty();
        for (int index = drills.size() - 1; index >= 0; index--) {
            Optional<ServerResult.Status> status = server(drills.get(index), id).map(ServerFigure::status);
            if (status.equals(Optional.of(ServerResult.Status.VALIDATED))) {
                return first;
            }
            if (status.equals(Optional.of(ServerResult.Status.FAILED))) {
                first = Optional.of(drills.get(index).run());
            }
        }
        return Optional.empty();
    }
}
