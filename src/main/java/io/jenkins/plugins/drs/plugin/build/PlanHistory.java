package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.history.Change;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.history.PlanTrend;
import io.jenkins.plugins.drs.engine.history.PlanTrend.SlowServer;
import io.jenkins.plugins.drs.engine.history.Worsening;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.run.ResultTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a job's builds made of one plan. */
@ExportedBean(defaultVisibility = 2)
public final class PlanHistory {
    private static final int SLOWEST = 10;
    private static final int WORSE = 25;
    /** Rows of the table of drills; the file for spreadsheets has more. */
    private static final int ROWS = 30;

    private final String plan;
    private final List<DrillRow> runs;
    private final List<DrillSummary> figures;
    private final int total;
    private final int pending;
    private Optional<PlanTrend> trend;

    /**
     * @param runs the newest first
     * @param figures of each of them
     * @param total how many drills there are
     * @param pending of how many drills the figures are still to be read
     */
    PlanHistory(String plan, List<DrillRow> runs, List<DrillSummary> figures, int total, int pending) {
        this.plan = plan;
        this.runs = List.copyOf(runs);
        this.figures = List.copyOf(figures);
        this.total = total;
        this.pending = pending;
    }

    /** A single automation is run like a plan, but has no servers and no objectives. */
    boolean isOfServers() {
        return figures.stream()
                .anyMatch(drill ->
                        !drill.servers().isEmpty() || drill.rto().objective().isPresent());
    }

    List<DrillSummary> figures() {
        return figures;
    }

    @Exported
    public String getPlan() {
        return plan;
    }

    /** For people. */
    public String getTitle() {
        return PlainText.line(getPlan());
    }

    /** The newest first; never empty. */
    @Exported
    public List<DrillRow> getRuns() {
        return runs;
    }

    /** Those that a page lists. */
    public List<DrillRow> getListed() {
        return runs.subList(0, Math.min(ROWS, runs.size()));
    }

    @Exported
    public int getTotal() {
        return total;
    }

    /** Of how many drills the figures are still to be read; they are there when the page is loaded again. */
    @Exported
    public int getPending() {
        return pending;
    }

    public DrillRow getLast() {
        return runs.get(0);
    }

    /** Recovery times, then recovery points; empty when there is one run only, which is no trend. */
    public List<TrendChart> getCharts() {
        return runs.size() < 2
                ? List.of()
                : List.of(
                        new TrendChart(Messages.PlanHistory_rto(), runs, DrillRow::rto),
                        new TrendChart(Messages.PlanHistory_rpo(), runs, DrillRow::rpo));
    }

    /** Of the drills that are over, in the order of their builds: a simulator has a time of its own. */
    private Optional<PlanTrend> trend() {
        if (trend == null) {
            List<DrillSummary> ended = new ArrayList<>();
            for (int index = runs.size() - 1; index >= 0; index--) {
                if (!runs.get(index).isRunning()) {
                    ended.add(figures.get(index));
                }
            }
            trend = ended.isEmpty() ? Optional.empty() : Optional.of(new PlanTrend(plan, ended));
        }
        return trend;
    }

    /** Whether there are drills to compare the last one with. */
    public boolean isComparable() {
        return trend().filter(trend -> trend.comparable().size() > 1).isPresent();
    }

    /** What got worse and since when, as far as the drills tell that are looked at; the worst first. */
    @Exported
    public List<WorseRow> getWorse() {
        return trend().stream()
                .flatMap(trend -> trend.worsened().stream())
                .limit(WORSE)
                .map(worse -> new WorseRow(worse, run(worse.since().executionId())))
                .toList();
    }

    private DrillRow run(String executionId) {
        return runs.stream()
                .filter(run -> run.getExecutionId().equals(executionId))
                .findFirst()
                .orElseThrow();
    }

    /** Servers of the last drill that took longest, with what they took usually. */
    @Exported
    public List<SlowRow> getSlowest() {
        return trend().stream()
                .flatMap(trend -> trend.slowest(SLOWEST).stream())
                .map(SlowRow::new)
                .toList();
    }

    /** A server that took long in the last drill. */
    @ExportedBean(defaultVisibility = 3)
    public static final class SlowRow {
        private final SlowServer server;

        SlowRow(SlowServer server) {
            this.server = server;
        }

        @Exported
        public String getServer() {
            return server.now().label();
        }

        /** For people. */
        public String getTitle() {
            return PlainText.line(getServer());
        }

        @Exported
        public Integer getSeconds() {
            return ResultTree.seconds(server.now().recovery());
        }

        @Exported
        public Integer getUsualSeconds() {
            return ResultTree.seconds(server.usual());
        }

        public String getNow() {
            return text(server.now().recovery());
        }

        public String getUsual() {
            return text(server.usual());
        }

        public String getRpo() {
            return text(server.now().dataAge());
        }

        public boolean isSlower() {
            return server.change().direction() == Change.Direction.WORSE;
        }

        private static String text(Optional<Duration> length) {
            return length.map(Durations::text).orElse("\u2013");
        }
    }

    /** Something that got worse, and since which drill. */
    @ExportedBean(defaultVisibility = 3)
    public static final class WorseRow {
        private final Worsening worse;
        private final DrillRow since;

        WorseRow(Worsening worse, DrillRow since) {
            this.worse = worse;
            this.since = since;
        }

        @Exported
        public String getWhat() {
            return worse.subject();
        }

        /** For people. */
        public String getTitle() {
            return PlainText.line(getWhat());
        }

        /** Whether it is a server that is not recovered any more. */
        @Exported
        public boolean isFailing() {
            return worse.now().isZero();
        }

        public String getUsual() {
            return isFailing() ? Messages.WorseRow_recovered() : Durations.text(worse.usual());
        }

        public String getNow() {
            return isFailing() ? Messages.WorseRow_notRecovered() : Durations.text(worse.now());
        }

        @Exported
        public Integer getUsualSeconds() {
            return isFailing() ? null : ResultTree.seconds(Optional.of(worse.usual()));
        }

        @Exported
        public Integer getNowSeconds() {
            return isFailing() ? null : ResultTree.seconds(Optional.of(worse.now()));
        }

        @Exported
        public DrillRow getSince() {
            return since;
        }
    }
}
