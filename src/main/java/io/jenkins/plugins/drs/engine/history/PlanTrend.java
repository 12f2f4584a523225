package io.jenkins.plugins.drs.engine.history;

import io.jenkins.plugins.drs.engine.history.DrillSummary.ServerFigure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The executions of one plan over time.
 *
 * @param drills those that launched servers, the oldest first; never empty
 */
public record PlanTrend(String planName, List<DrillSummary> drills) {
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

    /**
     * Those that can be measured against the latest: simulated ones where that is simulated, else real ones.
     *
     * @return the oldest first; never empty
     */
    public List<DrillSummary> comparable() {
        String mark = last().run().mark();
        return drills.stream().filter(drill -> drill.run().mark().equals(mark)).toList();
    }

    /** Servers of the latest execution that took longest to recover, the slowest first. */
    public List<SlowServer> slowest(int count) {
        List<ServerFigure> slowest = last().servers().stream()
                .filter(server -> server.recovery().isPresent())
                .sorted(Comparator.comparing(
                                (ServerFigure server) -> server.recovery().get())
                        .reversed())
                .limit(count)
                .toList();
        List<DrillSummary> all = comparable();
        List<DrillSummary> before = all.subList(0, all.size() - 1);
        return slowest.stream().map(server -> slow(server, before)).toList();
    }

    private static SlowServer slow(ServerFigure server, List<DrillSummary> before) {
        List<Duration> times = before.stream()
                .flatMap(drill -> drill.servers().stream()
                        .filter(it -> it.sourceServerId().equals(server.sourceServerId()))
                        .flatMap(it -> it.recovery().stream()))
                .sorted()
                .toList();
        return new SlowServer(server, times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() / 2)));
    }

    /**
     * A server that took long.
     *
     * @param usual the median of the times that it took before; empty when it was never recovered before
     */
    public record SlowServer(ServerFigure now, Optional<Duration> usual) {
        /** What it takes usually against what it took now. */
        public Change change() {
            return new Change(now.label(), usual, now.recovery());
        }
    }

    /** What got worse, and since when: servers that fail first, then the figures of the plan, its waves, its servers. */
    public List<Worsening> worsened() {
        return new WorseningFinder(comparable()).find();
    }
}
