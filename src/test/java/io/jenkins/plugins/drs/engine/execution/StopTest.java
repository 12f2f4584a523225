package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.StopRequested;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.InstanceEntry;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Ending at once: nothing is terminated, and everything that stays is named. */
class StopTest {
    @Test
    void shouldNameTheAutomationThatIsLeft() {
        try (Drill drill = stoppedWhen(Seen.actionStarted("Web", ActionPhase.PRE))) {
            assertDrill(drill).ended(ExecutionStatus.CANCELLED).launchedOnce();
            assertThat(left(drill, RemnantKind.AUTOMATION))
                    .containsExactly(drill.record().automations().get(0).executionId());
        }
    }

    @Test
    void shouldNameTheJobThatMayStillLaunchInstances() {
        try (Drill drill = stoppedWhen(Seen.any(JobObserved.class))) {
            assertDrill(drill).ended(ExecutionStatus.CANCELLED);
            assertThat(left(drill, RemnantKind.JOB))
                    .containsExactly(drill.events(JobObserved.class).get(0).jobId());
        }
    }

    @Test
    void shouldNameTheInstancesThatAreLeft() {
        try (Drill drill = stoppedWhen(Seen.wave("Web", WaveStatus.VALIDATING))) {
            assertDrill(drill).ended(ExecutionStatus.CANCELLED).leftJust("web-1", "web-2");
            assertThat(left(drill, RemnantKind.RECOVERY_INSTANCE))
                    .containsExactlyInAnyOrderElementsOf(drill.record().drillInstances().stream()
                            .map(InstanceEntry::instanceId)
                            .toList());
        }
    }

    @Test
    void shouldNameALaunchInDoubt() {
        try (Drill drill = scenario()
                .failing(Fault.of(FaultKind.LOSE_ANSWER).on("drs", "StartRecovery"))
                .failing(Fault.error("InternalServerException", 500)
                        .on("drs", "DescribeJobs")
                        .skip(2))
                .start()) {
            drill.runUntil(Seen.wave("Web", WaveStatus.LAUNCHING));
            drill.execution().stop("tester");
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.CANCELLED);
            assertThat(left(drill, RemnantKind.LAUNCH_IN_DOUBT)).hasSize(1);
        }
    }

    @Test
    void shouldEndWithoutWaiting() {
        try (Drill drill = stoppedWhen(Seen.any(JobObserved.class))) {
            Instant asked = drill.recorded().stream()
                    .filter(recorded -> recorded.event() instanceof StopRequested)
                    .map(RecordedEvent::at)
                    .findFirst()
                    .orElseThrow();
            assertThat(drill.simulator().clock().now()).isEqualTo(asked);
        }
    }

    private static DrillScenario scenario() {
        return drillOf(wave("Web", "web-1", "web-2").before(action("Stop")));
    }

    private static Drill stoppedWhen(Predicate<ExecutionEvent> moment) {
        return scenario()
                .start()
                .when(moment, execution -> execution.stop("tester"))
                .run();
    }

    private static List<String> left(Drill drill, RemnantKind kind) {
        return drill.events(LeftBehind.class).stream()
                .filter(left -> left.kind() == kind && !left.asked())
                .map(LeftBehind::id)
                .toList();
    }
}
