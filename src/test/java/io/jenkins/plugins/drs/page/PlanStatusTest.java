package io.jenkins.plugins.drs.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.document.Configurations;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.result.Objective;
import io.jenkins.plugins.drs.engine.result.RunInfo.Mode;
import io.jenkins.plugins.drs.engine.result.Verdict.Status;
import io.jenkins.plugins.drs.host.DrillRecord;
import io.jenkins.plugins.drs.host.DrillSummary;
import io.jenkins.plugins.drs.host.KnownDrill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanStatusTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final RecoveryPlan PLAN =
            Configurations.of("""
                    protectionGroups:
                      - {groupName: Web, region: us-east-1, serverSelectionTags: {Tier: web}}
                    recoveryPlans:
                      - {planName: Shop, waves: [{waveName: First, protectionGroupName: Web}]}
                    """).recoveryPlans().get(0);

    /** Drills come with the newest first. */
    private static PlanStatus status(KnownDrill... drills) {
        PlanDrills known = PlanDrills.byPlan(List.of(drills), drill -> true).getOrDefault("shop", PlanDrills.NONE);
        return new PlanStatus(PLAN, known, List.of(), Optional.empty(), NOW);
    }

    private static KnownDrill drill(Mode mode, Status status, int daysAgo) {
        return drill(mode, status, daysAgo, Optional.empty());
    }

    private static KnownDrill drill(Mode mode, Status status, int daysAgo, Optional<Boolean> rtoMet) {
        Objective none = new Objective(Optional.empty(), Optional.empty(), Optional.empty());
        Objective rto = new Objective(Optional.of(Duration.ofHours(1)), Optional.empty(), rtoMet);
        Optional<DrillSummary> end = status.ended()
                ? Optional.of(new DrillSummary(status, "", Duration.ZERO, rto, none, 0))
                : Optional.empty();
        DrillRecord record = new DrillRecord("drs-1-" + daysAgo, "SHOP", mode, "1");
        return new KnownDrill(record, "job", 1, NOW.minus(Duration.ofDays(daysAgo)), false, end.isEmpty(), end);
    }

    @Test
    void shouldAskForADrillWhenNoneHasSucceeded() {
        assertThat(status().getAttention()).containsExactly(Messages.attention_never());
        assertThat(status(drill(Mode.CHECK, Status.COMPLETED, 1)).getAttention())
                .containsExactly(Messages.attention_never());
    }

    @Test
    void shouldBeCalmAfterAGoodDrill() {
        assertThat(status(drill(Mode.DRILL, Status.COMPLETED, 3)).isCalm()).isTrue();
    }

    @Test
    void shouldTellFailureBeforeWhatElseIsWrong() {
        var status = status(
                drill(Mode.DRILL, Status.PARTIAL, 1, Optional.of(false)), drill(Mode.DRILL, Status.COMPLETED, 200));

        assertThat(status.getAttention())
                .containsExactly(Messages.attention_failed(), Messages.attention_rto(), Messages.attention_old(100L));
    }

    @Test
    void shouldNotTakeWhatRunsForTheLastDrill() {
        var status = status(drill(Mode.DRILL, Status.RUNNING, 0), drill(Mode.DRILL, Status.COMPLETED, 2));

        assertThat(status.getRunning().getStatus()).isEqualTo("RUNNING");
        assertThat(status.getLastDrill().getStatus()).isEqualTo("COMPLETED");
        assertThat(status.isCalm()).isTrue();
    }

    @Test
    void shouldSayThatAPlanIsNotReadyByItsLastCheckAlone() {
        var status = status(
                drill(Mode.CHECK, Status.FAILED, 1),
                drill(Mode.CHECK, Status.COMPLETED, 2),
                drill(Mode.DRILL, Status.COMPLETED, 3));

        assertThat(status.getReady()).isFalse();
        assertThat(status.getAttention()).containsExactly(Messages.attention_notReady());
    }

    @Test
    void shouldLeaveOutWhatTheReaderMayNotSee() {
        var known = PlanDrills.byPlan(List.of(drill(Mode.DRILL, Status.COMPLETED, 1)), drill -> false);

        assertThat(known).isEmpty();
    }
}
