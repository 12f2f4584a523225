package io.jenkins.plugins.drs.engine.history;

import io.jenkins.plugins.drs.engine.history.DrillSummary.ServerFigure;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Histories that tests tell: each drill a day after the one before. */
public final class Histories {
    static final Instant FIRST = Instant.parse("2026-03-01T03:00:00Z");

    private Histories() {}

    /** A drill of two servers; of the second it is told how long it took, below 0 for one that failed. */
    public static DrillSummary drill(String plan, int day, int rtoMinutes, int secondServerSeconds) {
        return drill(plan, day, rtoMinutes, secondServerSeconds, secondServerSeconds < 0 ? 1 : 2);
    }

    /** A drill that was stopped before a server was recovered. */
    static DrillSummary stopped(String plan, int day) {
        return drill(plan, day, 30, -1, 0);
    }

    private static DrillSummary drill(String plan, int day, int rtoMinutes, int secondServerSeconds, int recovered) {
        boolean failed = secondServerSeconds < 0;
        DrillSummary.Run run = new DrillSummary.Run(
                plan + "-" + day,
                plan,
                true,
                false,
                Optional.empty(),
                FIRST.plus(Duration.ofDays(day)),
                "hash",
                new DrillSummary.End(
                        failed ? ExecutionStatus.PARTIAL : ExecutionStatus.COMPLETED,
                        2,
                        recovered,
                        Duration.ofHours(1),
                        objective(Duration.ofHours(1), Duration.ofMinutes(rtoMinutes)),
                        objective(Duration.ofMinutes(15), Duration.ofMinutes(2)),
                        0));
        Optional<Duration> second = failed ? Optional.empty() : Optional.of(Duration.ofSeconds(secondServerSeconds));
        return new DrillSummary(
                run,
                List.of(server("s-1", "db-01", Optional.of(Duration.ofMinutes(9))), server("s-2", "db-02", second)),
                List.of(new DrillSummary.WaveFigure("Database", second)),
                Optional.of(Duration.ofSeconds(40)),
                true);
    }

    private static ServerFigure server(String id, String label, Optional<Duration> recovery) {
        return new ServerFigure(
                id,
                label,
                recovery.isPresent() ? ServerResult.Status.VALIDATED : ServerResult.Status.FAILED,
                recovery,
                Optional.of(Duration.ofMinutes(2)));
    }

    private static Objective objective(Duration limit, Duration reached) {
        return new Objective(Optional.of(limit), Optional.of(reached), Optional.of(reached.compareTo(limit) <= 0));
    }

    /** A drill of many servers that take ten minutes each, but for the one in the middle. */
    static DrillSummary large(int day, int count, int secondsInTheMiddle) {
        List<ServerFigure> servers = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            int seconds = index == count / 2 ? secondsInTheMiddle : 600;
            servers.add(server("s-" + index, "host-" + index, Optional.of(Duration.ofSeconds(seconds))));
        }
        DrillSummary like = drill("Large", day, 30, 500);
        return new DrillSummary(like.run(), servers, like.waves(), like.lost(), true);
    }

    /** Two plans; the second server of one has been slow since the fourth drill, that of the other fails since the third. */
    public static List<DrillSummary> two() {
        return List.of(
                drill("Shop", 0, 30, 500),
                drill("Shop", 1, 31, 520),
                drill("Shop", 2, 30, 490),
                drill("Shop", 3, 44, 1_100),
                drill("Shop", 4, 70, 1_200),
                drill("Billing <script>", 0, 30, 500),
                drill("Billing <script>", 1, 30, 500),
                drill("Billing <script>", 2, 30, -1),
                drill("Billing <script>", 3, 30, -1));
    }
}
