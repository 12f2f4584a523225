package io.jenkins.plugins.drs.plugin.pages.plan;

import io.jenkins.plugins.drs.engine.history.ReadinessMetrics;
import io.jenkins.plugins.drs.engine.history.ReadinessMetrics.Proven;
import io.jenkins.plugins.drs.engine.history.ReadinessMetrics.Share;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.build.Ages;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.run.history.DrillLedger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** How far the mission is, in figures. */
@ExportedBean(defaultVisibility = 2)
public final class ReadinessView {
    private final ReadinessMetrics metrics;
    private final int pending;
    private final Instant now;

    ReadinessView(ReadinessMetrics metrics, int pending, Instant now) {
        this.metrics = metrics;
        this.pending = pending;
        this.now = now;
    }

    /** @param traces of all drills and recoveries that have ended */
    static ReadinessView of(List<PlanStatus> plans, DrillLedger.Traces traces, Instant now) {
        Map<String, Instant> lastGood = new HashMap<>();
        plans.forEach(plan -> plan.proven().ifPresent(when -> lastGood.put(plan.getName(), when)));
        return new ReadinessView(
                ReadinessMetrics.of(
                        plans.stream().map(PlanStatus::facts).toList(),
                        plan -> Optional.ofNullable(lastGood.get(plan)),
                        traces.intact(),
                        traces.intact() + traces.broken()),
                traces.pending(),
                now);
    }

    /** A part of a whole, as pages show it. */
    @ExportedBean(defaultVisibility = 3)
    public static final class ShareView {
        private final Share share;

        ShareView(Share share) {
            this.share = share;
        }

        @Exported
        public long getCount() {
            return share.count();
        }

        @Exported
        public long getOf() {
            return share.of();
        }

        /** In percent. */
        @Exported
        public int getGoal() {
            return share.goal();
        }

        /** Null when there is nothing to count. */
        @Exported
        public Long getPercent() {
            return share.percent().orElse(null);
        }

        public boolean isMissed() {
            return !share.met().orElse(true);
        }
    }

    /** Plans that run something before or after a wave. */
    @Exported
    public ShareView getWithActions() {
        return new ShareView(metrics.withActions());
    }

    /** Plans that an export holds as they are. */
    @Exported
    public ShareView getBackedUp() {
        return new ShareView(metrics.backedUp());
    }

    /** Drills with an intact journal. */
    @Exported
    public ShareView getTraceable() {
        return new ShareView(metrics.traceable());
    }

    /** How many journals are still to be looked at; ask again. */
    @Exported
    public int getPending() {
        return pending;
    }

    /** How many plans no drill has proven yet. */
    @Exported
    public long getNeverProven() {
        return metrics.plans().stream()
                .filter(plan -> plan.lastGood().isEmpty())
                .count();
    }

    private Optional<Proven> oldest() {
        return metrics.plans().stream()
                .filter(plan -> plan.lastGood().isPresent())
                .findFirst();
    }

    /** The plan whose last good drill is the longest ago; null when none has one. */
    @Exported
    public String getOldestPlan() {
        return oldest().map(Proven::planName).orElse(null);
    }

    /** For people. */
    public String getOldestTitle() {
        return oldest().map(plan -> PlainText.line(plan.planName())).orElse("");
    }

    public String getOldestUrl() {
        return oldest().map(plan -> Address.item("plans", plan.planName())).orElse("");
    }

    /** When the last good drill of that plan began; null when none has one. */
    @Exported
    public String getOldestAt() {
        return oldest().flatMap(Proven::lastGood).map(Instant::toString).orElse(null);
    }

    /** How long that is ago, in words. */
    public String getOldestAge() {
        return oldest().flatMap(Proven::lastGood)
                .map(when -> Ages.text(when, now))
                .orElse("");
    }
}
