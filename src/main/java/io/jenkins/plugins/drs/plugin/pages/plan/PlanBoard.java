package io.jenkins.plugins.drs.plugin.pages.plan;

import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.engine.document.transfer.ExportRecords;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts together how plans stand: what is stored, what was run, and their jobs. Each is asked once for all plans. */
public final class PlanBoard {
    private final StoredConfiguration stored;
    private final Map<String, PlanDrills> drills;
    private final JobsOfPlans jobs;
    private final ExportRecords.Found exports;
    private final PlanFindings findings;
    private final Instant now = Instant.now();

    public PlanBoard(StoredConfiguration stored) {
        this.stored = stored;
        this.drills = PlanDrills.byPlan(DrillIndex.get().all(), Address.visible());
        this.jobs = JobsOfPlans.now();
        this.exports = PlanStore.get().exports();
        this.findings = PlanFindings.of(stored);
    }

    public List<PlanStatus> all() {
        return stored.configuration().recoveryPlans().stream().map(this::status).toList();
    }

    PlanStatus status(RecoveryPlan plan) {
        List<String> warnings = new ArrayList<>(jobs.problems(plan.planName()));
        findings.of(plan.planName()).stream().map(Problem::text).forEach(warnings::add);
        return new PlanStatus(
                plan, drills(plan), warnings, purpose -> jobs.next(plan, purpose), backup(plan.planName()), now);
    }

    private PlanStatus.Backup backup(String plan) {
        return new PlanStatus.Backup(exports.holds(plan, findings.prints()), exports.last(plan, findings.prints()));
    }

    /** How far the mission is, of what the reader may see. */
    public ReadinessView mission(List<PlanStatus> plans) {
        List<String> launches =
                drills.values().stream().flatMap(PlanDrills::endedLaunches).toList();
        return ReadinessView.of(plans, DrillIndex.get().ledger().traces(launches), now);
    }

    PlanDrills drills(RecoveryPlan plan) {
        return drills.getOrDefault(PlanDrills.key(plan.planName()), PlanDrills.NONE);
    }
}
