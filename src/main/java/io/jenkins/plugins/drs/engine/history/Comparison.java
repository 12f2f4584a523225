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
import java.util.stream.Collectors;

/**
 * An execution against an earlier one of the same plan.
 *
 * @param figures recovery time, recovery point, lost time and waves
 * @param servers those whose recovery time moved, the greatest change first
 * @param broken servers that were recovered then and were not now
 * @param mended servers that were not recovered then and were now
 */
public record Comparison(
        DrillSummary previous,
        boolean sameConfiguration,
        List<Change> figures,
        List<Change> servers,
        List<String> broken,
        List<String> mended) {
    public Comparison {
        figures = List.copyOf(figures);
        servers = List.copyOf(servers);
        broken = List.copyOf(broken);
        mended = List.copyOf(mended);
    }

    /** Compares; servers that take part in only one of the two are left out. */
    public static Comparison of(DrillSummary previous, DrillSummary now) {
        Map<String, ServerFigure> before = byId(previous);
        List<Change> servers = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        List<String> mended = new ArrayList<>();
        for (ServerFigure server : now.servers()) {
            ServerFigure then = before.get(server.sourceServerId());
            if (then != null) {
                boolean was = then.status() == ServerResult.Status.VALIDATED;
                boolean is = server.status() == ServerResult.Status.VALIDATED;
                if (was && is) {
                    servers.add(new Change(server.label(), then.recovery(), server.recovery()));
                } else if (was || is) {
                    (was ? broken : mended).add(server.label());
                }
            }
        }
        return new Comparison(
                previous,
                previous.run().configurationHash().equals(now.run().configurationHash()),
                figures(previous, now),
                servers.stream()
                        .filter(change -> change.direction() != Change.Direction.SAME)
                        .sorted(Comparator.comparing(
                                        (Change change) -> change.by().abs())
                                .reversed())
                        .toList(),
                broken,
                mended);
    }

    private static Map<String, ServerFigure> byId(DrillSummary drill) {
        return drill.servers().stream()
                .collect(Collectors.toMap(ServerFigure::sourceServerId, Function.identity(), (one, other) -> one));
    }

    private static List<Change> figures(DrillSummary previous, DrillSummary now) {
        List<Change> figures = new ArrayList<>();
        figures.add(new Change(
                "Recovery time (RTO)", previous.rto().reached(), now.rto().reached()));
        figures.add(new Change(
                "Recovery point (RPO)", previous.rpo().reached(), now.rpo().reached()));
        figures.add(new Change("Lost between the steps of AWS", previous.lost(), now.lost()));
        Map<String, Optional<Duration>> before = new LinkedHashMap<>();
        previous.waves().forEach(wave -> before.put(wave.name(), wave.length()));
        for (WaveFigure wave : now.waves()) {
            if (before.containsKey(wave.name())) {
                figures.add(new Change("Wave " + wave.name(), before.get(wave.name()), wave.length()));
            }
        }
        return figures;
    }

    /**
     * The latest earlier execution of the same plan in which servers were recovered, else the latest one; empty when there
     * is none that launched servers. One of the simulator is compared with others of the simulator only.
     */
    public static Optional<DrillSummary> previousOf(DrillSummary now, List<DrillSummary> history) {
        List<DrillSummary> earlier = history.stream()
                .filter(it -> it.run().started().isBefore(now.run().started()))
                .sorted(Comparator.comparing((DrillSummary it) -> it.run().started())
                        .reversed())
                .toList();
        return previousIn(now, earlier);
    }

    /** The same of executions that are known to be earlier, the latest first. */
    public static Optional<DrillSummary> previousIn(DrillSummary now, List<DrillSummary> earlier) {
        List<DrillSummary> alike = earlier.stream()
                .filter(it -> it.run().launches()
                        && it.run().planName().equals(now.run().planName()))
                .filter(it -> it.run().mark().equals(now.run().mark()))
                .toList();
        return alike.stream()
                .filter(it -> it.run().end().recovered() > 0)
                .findFirst()
                .or(() -> alike.stream().findFirst());
    }
}
