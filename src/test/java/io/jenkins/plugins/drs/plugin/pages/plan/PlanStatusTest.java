package io.jenkins.plugins.drs.plugin.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.pages.shared.Messages;
import io.jenkins.plugins.drs.plugin.run.KnownDrill;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanStatusTest {
    private static PlanStatus status(KnownDrill... drills) {
        return KnownDrills.plan("Shop", false, false, drills);
    }

    @Test
    void shouldAskForADrillWhenNoneHasSucceeded() {
        assertThat(status().getAttention()).containsExactly(Messages.attention_never());
        assertThat(status(KnownDrills.drill(Mode.CHECK, ExecutionStatus.COMPLETED, 1))
                        .getAttention())
                .containsExactly(Messages.attention_never());
    }

    @Test
    void shouldBeCalmAfterAGoodDrill() {
        assertThat(status(KnownDrills.drill(Mode.DRILL, ExecutionStatus.COMPLETED, 3))
                        .isCalm())
                .isTrue();
    }

    @Test
    void shouldNotCountDrillsInASimulatorAsGoodDrills() {
        var status = status(KnownDrills.simulated(1));

        assertThat(status.getLastDrill()).isNotNull();
        assertThat(status.getLastGoodDrill()).isNull();
        assertThat(status.getAttention()).containsExactly(Messages.attention_never());
    }

    @Test
    void shouldTellFailureBeforeWhatElseIsWrong() {
        var status = status(
                KnownDrills.drill(Mode.DRILL, ExecutionStatus.PARTIAL, 1, Optional.of(false), false),
                KnownDrills.drill(Mode.DRILL, ExecutionStatus.COMPLETED, 200));

        assertThat(status.getAttention())
                .containsExactly(Messages.attention_failed(), Messages.attention_rto(), Messages.attention_old(100L));
    }

    @Test
    void shouldNotTakeWhatRunsForTheLastDrill() {
        var status = status(
                KnownDrills.drill(Mode.DRILL, ExecutionStatus.RUNNING, 0),
                KnownDrills.drill(Mode.DRILL, ExecutionStatus.COMPLETED, 2));

        assertThat(status.getRunning().getStatus()).isEqualTo("RUNNING");
        assertThat(status.getLastDrill().getStatus()).isEqualTo("COMPLETED");
        assertThat(status.isCalm()).isTrue();
    }

    @Test
    void shouldSayThatAPlanIsNotReadyByItsLastCheckAlone() {
        var status = status(
                KnownDrills.drill(Mode.CHECK, ExecutionStatus.FAILED, 1),
                KnownDrills.drill(Mode.CHECK, ExecutionStatus.COMPLETED, 2),
                KnownDrills.drill(Mode.DRILL, ExecutionStatus.COMPLETED, 3));

        assertThat(status.getReady()).isFalse();
        assertThat(status.getAttention()).containsExactly(Messages.attention_notReady());
    }

    @Test
    void shouldLeaveOutWhatTheReaderMayNotSee() {
        var known =
                PlanDrills.byPlan(List.of(KnownDrills.drill(Mode.DRILL, ExecutionStatus.COMPLETED, 1)), drill -> false);

        assertThat(known).isEmpty();
    }
}
