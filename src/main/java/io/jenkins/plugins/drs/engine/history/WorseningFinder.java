package io.jenkins.plugins.drs.engine.history;

import io.jenkins.plugins.drs.engine.history.DrillSummary.ServerFigure;
import io.jenkins.plugins.drs.engine.history.DrillSummary.WaveFigure;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what got worse and since when. Every figure is looked up by its name: hundreds of executions of a thousand servers
 * are nothing out of the way.
 */
final class WorseningFinder {
    /** A figure has become worse when it is above the usual one by this much, in percent, and half a minute. */
    private static final int WORSE = 20;

    private final List<DrillSummary> drills;
    private final DrillSummary last;
    private final List<Map<String, ServerFigure>> servers;
    private final List<Worsening> worse = new ArrayList<>();

    /** @param drills the oldest first; never empty */
    WorseningFinder(List<DrillSummary> drills) {
        this.drills = drills;
        this.last = drills.get(drills.size() - 1);
        this.servers = drills.stream().map(WorseningFinder::byId).toList();
    }

    private static Map<String, ServerFigure> byId(DrillSummary drill) {
        Map<String, ServerFigure> byId = new HashMap<>();
        drill.servers().forEach(server -> byId.putIfAbsent(server.sourceServerId(), server));
        return byId;
    }

    List<Worsening> find() {
        last.servers().forEach(server -> firstFailure(server.sourceServerId())
                .ifPresent(since -> worse.add(new Worsening(server.label(), Duration.ZERO, Duration.ZERO, since))));
        add("Recovery time (RTO)", index -> drills.get(index).rto().reached());
        add("Recovery point (RPO)", index -> drills.get(index).rpo().reached());
        add("Lost between the steps of AWS", index -> drills.get(index).lost());
        last.waves().forEach(wave -> add("Wave " + wave.name(), index -> wave(drills.get(index), wave.name())));
        last.servers()
                .forEach(server -> add(server.label(), index -> server(index, server.sourceServerId())
                        .flatMap(ServerFigure::recovery)));
        return List.copyOf(worse);
    }

    private static Optional<Duration> wave(DrillSummary drill, String name) {
        return drill.waves().stream()
                .filter(wave -> wave.name().equals(name))
                .findFirst()
                .flatMap(WaveFigure::length);
    }

    private Optional<ServerFigure> server(int index, String id) {
        return Optional.ofNullable(servers.get(index).get(id));
    }

    private record Point(DrillSummary.Run run, Duration value) {}

    /** Adds a figure whose latest values are all above what was usual before them. */
    private void add(String subject, Function<Integer, Optional<Duration>> figure) {
        if (figure.apply(drills.size() - 1).isEmpty()) {
            return;
        }
        List<Point> points = new ArrayList<>();
        for (int index = 0; index < drills.size(); index++) {
            DrillSummary.Run run = drills.get(index).run();
            figure.apply(index).ifPresent(value -> points.add(new Point(run, value)));
        }
        Duration[] lowest = lowestFromHere(points);
        List<Duration> before = new ArrayList<>();
        for (int first = 1; first < points.size(); first++) {
            insert(before, points.get(first - 1).value());
            Duration usual = before.get(before.size() / 2);
            if (Change.isMore(usual, lowest[first], WORSE)) {
                Point now = points.get(points.size() - 1);
                worse.add(new Worsening(
                        subject, usual, now.value(), points.get(first).run()));
                return;
            }
        }
    }

    private static Duration[] lowestFromHere(List<Point> points) {
        Duration[] lowest = new Duration[points.size()];
        for (int index = points.size() - 1; index >= 0; index--) {
            Duration value = points.get(index).value();
            boolean lower = index == points.size() - 1 || value.compareTo(lowest[index + 1]) < 0;
            lowest[index] = lower ? value : lowest[index + 1];
        }
        return lowest;
    }

    private static void insert(List<Duration> sorted, Duration value) {
        int place = Collections.binarySearch(sorted, value);
        sorted.add(place < 0 ? -place - 1 : place, value);
    }

    /** The first of the executions in which a server failed without a break up to now, after it had been recovered once. */
    private Optional<DrillSummary.Run> firstFailure(String id) {
        Optional<DrillSummary.Run> first = Optional.empty();
        for (int index = drills.size() - 1; index >= 0; index--) {
            Optional<ServerResult.Status> status = server(index, id).map(ServerFigure::status);
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
