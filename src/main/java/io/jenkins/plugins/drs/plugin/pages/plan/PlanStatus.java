package io.jenkins.plugins.drs.plugin.pages.plan;

import io.jenkins.plugins.drs.engine.document.transfer.ExportRecords;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.history.ReadinessMetrics.PlanFacts;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.build.Ages;
import io.jenkins.plugins.drs.plugin.build.DrillRow;
import io.jenkins.plugins.drs.plugin.configuration.schedule.Purpose;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.run.KnownDrill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** How a plan stands: what was drilled and checked last, and what asks for attention. */
@ExportedBean(defaultVisibility = 2)
public final class PlanStatus {
    /** Drills that are made each quarter never get there. */
    private static final Duration OLD = Duration.ofDays(100);

    private final RecoveryPlan plan;
    private final PlanDrills drills;
    private final List<String> warnings;
    private final List<String> attention;
    private final Function<Purpose, Optional<Instant>> next;
    private final Backup backup;

    /**
     * @param warnings about the plan and its jobs
     * @param next when its job for that runs next by itself; asked only for plans that are shown
     */
    PlanStatus(
            RecoveryPlan plan,
            PlanDrills drills,
            List<String> warnings,
            Function<Purpose, Optional<Instant>> next,
            Backup backup,
            Instant now) {
        this.plan = plan;
        this.drills = drills;
        this.warnings = List.copyOf(warnings);
        this.next = next;
        this.backup = backup;
        this.attention = attention(now);
    }

    /**
     * Whether the plan could be brought back from a document.
     *
     * @param current whether a document holds it as it is now
     * @param last the export of that document, else the last one; empty when there is none
     */
    record Backup(boolean current, Optional<ExportRecords.Export> last) {
        static final Backup NONE = new Backup(false, Optional.empty());
    }

    @Exported
    public String getName() {
        return plan.planName();
    }

    /** For people. */
    public String getTitle() {
        return PlainText.line(getName());
    }

    public String getAbout() {
        return plan.description();
    }

    @Exported
    public String getUrl() {
        return Address.item("plans", plan.planName());
    }

    @Exported
    public String getSchedule() {
        return plan.schedule().drills().orElse(null);
    }

    public String getRto() {
        return plan.rto().map(Durations::text).orElse("");
    }

    public String getRpo() {
        return plan.rpo().map(Durations::text).orElse("");
    }

    /** Null when nothing of the plan runs. */
    @Exported
    public DrillRow getRunning() {
        return view(drills.running());
    }

    /** The last drill that ended; null when there is none. */
    @Exported
    public DrillRow getLastDrill() {
        return view(drills.lastDrill());
    }

    @Exported
    public DrillRow getLastGoodDrill() {
        return view(drills.lastGoodDrill());
    }

    /** The last check that ended; null when there is none. */
    @Exported
    public DrillRow getLastCheck() {
        return view(drills.lastCheck());
    }

    private static DrillRow view(Optional<KnownDrill> drill) {
        return drill.map(Address::row).orElse(null);
    }

    /** Whether the last check found nothing in the way of a drill; null when there was none. */
    @Exported
    public Boolean getReady() {
        return drills.lastCheck().map(KnownDrill::succeeded).orElse(null);
    }

    /** Null when it does not run by itself. */
    public Date getNext() {
        return next.apply(Purpose.DRILL).map(Date::from).orElse(null);
    }

    /** Null when it is not checked by itself. */
    public Date getNextCheck() {
        return next.apply(Purpose.CHECK).map(Date::from).orElse(null);
    }

    @Exported
    public String getNextAt() {
        return next.apply(Purpose.DRILL).map(Instant::toString).orElse(null);
    }

    @Exported
    public String getNextCheckAt() {
        return next.apply(Purpose.CHECK).map(Instant::toString).orElse(null);
    }

    /** Whether it runs something before or after a wave. */
    @Exported
    public boolean isWithActions() {
        return facts().actions();
    }

    /** Whether an export holds it as it is now. */
    @Exported
    public boolean isBackedUp() {
        return backup.current();
    }

    /** Null when there was none. */
    @Exported
    public String getExportedAt() {
        return backup.last().map(export -> export.when().toString()).orElse(null);
    }

    /** How long ago and by whom, in words; null when there was none. */
    public String getExported() {
        return backup.last()
                .map(export -> Messages.exported(Ages.text(export.when(), Instant.now()), export.by()))
                .orElse(null);
    }

    PlanFacts facts() {
        return PlanFacts.of(plan, backup.current());
    }

    @Exported
    public List<String> getWarnings() {
        return warnings;
    }

    /** When it was proven last that the plan works. */
    Optional<Instant> proven() {
        return drills.lastProof().map(KnownDrill::created);
    }

    boolean neverDrilled() {
        return drills.lastGoodDrill().isEmpty();
    }

    /** Why somebody should look at the plan, most important first; empty when nobody has to. */
    @Exported
    public List<String> getAttention() {
        return attention;
    }

    private List<String> attention(Instant now) {
        List<String> reasons = new ArrayList<>();
        drills.lastDrill().ifPresent(last -> lookAt(last, reasons));
        Optional<KnownDrill> good = drills.lastGoodDrill();
        if (good.isEmpty()) {
            reasons.add(Messages.attention_never());
        } else if (good.get().created().plus(OLD).isBefore(now)) {
            reasons.add(Messages.attention_old(OLD.toDays()));
        }
        if (Boolean.FALSE.equals(getReady())) {
            reasons.add(Messages.attention_notReady());
        }
        reasons.addAll(warnings);
        return List.copyOf(reasons);
    }

    private static void lookAt(KnownDrill last, List<String> reasons) {
        if (!last.succeeded()) {
            reasons.add(Messages.attention_failed());
        }
        DrillSummary.End end = last.summary().orElseThrow().end();
        if (end.rto().missed()) {
            reasons.add(Messages.attention_rto());
        }
        if (end.rpo().missed()) {
            reasons.add(Messages.attention_rpo());
        }
        if (end.leftBehind() > 0) {
            reasons.add(Messages.attention_left(end.leftBehind()));
        }
    }

    public boolean isCalm() {
        return attention.isEmpty();
    }
}
