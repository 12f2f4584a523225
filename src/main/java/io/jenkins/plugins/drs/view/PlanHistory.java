package io.jenkins.plugins.drs.view;

import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What a job's builds made of one plan. */
@ExportedBean(defaultVisibility = 2)
public final class PlanHistory {
    private final String plan;
    private final List<DrillRun> runs;

    PlanHistory(String plan, List<DrillRun> runs) {
        this.plan = plan;
        this.runs = List.copyOf(runs);
    }

    @Exported
    public String getPlan() {
        return plan;
    }

    /** The newest first; never empty. */
    @Exported
    public List<DrillRun> getRuns() {
        return runs;
    }

    public DrillRun getLast() {
        return runs.get(0);
    }

    /** Recovery times, then recovery points; empty when there is one run only, which is no trend. */
    public List<TrendChart> getCharts() {
        return runs.size() < 2
                ? List.of()
                : List.of(
                        new TrendChart(Messages.PlanHistory_rto(), runs, DrillRun::rto),
                        new TrendChart(Messages.PlanHistory_rpo(), runs, DrillRun::rpo));
    }
}
