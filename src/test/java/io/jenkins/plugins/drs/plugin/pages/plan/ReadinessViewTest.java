package io.jenkins.plugins.drs.plugin.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.history.DrillLedger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessViewTest {
    private static ReadinessView mission(DrillLedger.Traces traces, PlanStatus... plans) {
        return ReadinessView.of(List.of(plans), traces, KnownDrills.NOW);
    }

    @Test
    void shouldCountPlansWithActionsAndPlansThatAnExportHolds() {
        ReadinessView mission = mission(
                new DrillLedger.Traces(3, 1, 2),
                KnownDrills.plan("Shop", true, true),
                KnownDrills.plan("Billing", false, false));

        assertThat(mission.getWithActions().getPercent()).isEqualTo(50);
        assertThat(mission.getWithActions().isMissed()).isTrue();
        assertThat(mission.getBackedUp().getCount()).isEqualTo(1);
        assertThat(mission.getTraceable().getPercent()).isEqualTo(75);
        assertThat(mission.getPending()).isEqualTo(2);
    }

    @Test
    void shouldNameThePlanWhoseProofIsTheOldest() {
        ReadinessView mission = mission(
                new DrillLedger.Traces(0, 0, 0),
                KnownDrills.plan("Never", true, true),
                KnownDrills.plan("Shop", true, true, KnownDrills.drill(Mode.DRILL, ExecutionStatus.COMPLETED, 9)),
                KnownDrills.plan(
                        "Billing", true, true, KnownDrills.drill(Mode.RECOVERY, ExecutionStatus.COMPLETED, 40)));

        assertThat(mission.getOldestPlan()).isEqualTo("Billing");
        assertThat(mission.getOldestAge()).isEqualTo("40 days ago");
        assertThat(mission.getNeverProven()).isEqualTo(1);
    }

    @Test
    void shouldTakeNeitherFailuresNorChecksNorSimulationsForProofs() {
        ReadinessView mission = mission(
                new DrillLedger.Traces(0, 0, 0),
                KnownDrills.plan(
                        "Shop",
                        true,
                        true,
                        KnownDrills.simulated(1),
                        KnownDrills.drill(Mode.DRILL, ExecutionStatus.PARTIAL, 2),
                        KnownDrills.drill(Mode.CHECK, ExecutionStatus.COMPLETED, 3)));

        assertThat(mission.getOldestPlan()).isNull();
        assertThat(mission.getOldestAt()).isNull();
        assertThat(mission.getTraceable().getPercent()).isNull();
        assertThat(mission.getTraceable().isMissed()).isFalse();
    }
}
