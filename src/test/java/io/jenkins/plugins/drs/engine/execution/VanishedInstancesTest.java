package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.InstanceTerminated;
import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.InstanceEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An instance that Elastic Disaster Recovery lists no more is terminated only when somebody says so of it. */
class VanishedInstancesTest {
    private Drill drill;

    /** Its termination ends without it, DRS lists it no more, no job has it, and EC2 says that it runs. */
    @Test
    void shouldNameAnInstanceOfWhichNobodySaysThatItWasTerminated() {
        try (Drill running =
                scenario().failing(Fault.of(FaultKind.REFUSE_TERMINATE)).start()) {
            drill = running;
            drill.run();

            InstanceEntry instance = drill.record().instances().get(0);
            assertDrill(drill).ended(ExecutionStatus.PARTIAL).leftJust("web-1");
            assertThat(drill.events(InstanceTerminated.class)).isEmpty();
            assertThat(drill.events(LeftBehind.class)).singleElement().satisfies(left -> {
                assertThat(left.id()).isEqualTo(instance.instanceId());
                assertThat(left.reason()).contains("does not list it any more", "terminate it there if it runs");
            });
        }
    }

    @Test
    void shouldTakeTheWordOfTheJobThatTerminatedIt() {
        try (Drill running = scenario().start()) {
            drill = running;
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.events(InstanceTerminated.class)).hasSize(1);
        }
    }

    /** DRS forgets recovery instances as soon as their termination was asked for. */
    private DrillScenario scenario() {
        return drillOf(wave("Web", "web-1")).runBy(ChangedAnswers.of("recoveryInstances", (target, answer) -> {
            boolean asked = drill != null
                    && !drill.record().calls("TerminateRecoveryInstances").isEmpty();
            List<?> real = (List<?>) answer;
            return asked
                    ? real.stream()
                            .filter(one -> !((RecoveryInstance) one).drill())
                            .toList()
                    : real;
        }));
    }
}
