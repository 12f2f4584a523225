package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static io.jenkins.plugins.drs.engine.execution.TestWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two executions of a host want the same servers, which their plans select by tags. */
class ServerClaimsTest {
    @Test
    void shouldRefuseServersThatAnotherExecutionOfTheHostHas() {
        Host host = new Host(Integer.MAX_VALUE, false);
        try (Drill drill = shop().runBy(host::runtime).start().run()) {
            assertDrill(drill)
                    .ended(ExecutionStatus.FAILED)
                    .foundProblem("us-east-1", "Execution execution-9 in build shop #7 works on " + id("web-1"))
                    .changedNothing();
        }
    }

    @Test
    void shouldClaimWhatTagsSelectBeforeAnythingIsLaunched() {
        Host host = new Host(0, false);
        try (Drill drill = shop().runBy(host::runtime).start().run()) {
            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(host.claimed).containsExactly(Set.of(id("web-1"), id("app-1")));
        }
    }

    @Test
    void shouldWaitForServersWhereTheHostSaysSo() {
        Host host = new Host(40, true);
        try (Drill drill = shop().runBy(host::runtime).start().run()) {
            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(host.claimed).hasSize(41);
            assertThat(drill.state().checks())
                    .filteredOn(check -> check.name().equals("Servers in use"))
                    .singleElement()
                    .satisfies(check -> assertThat(check.message()).contains("execution-9"));
        }
    }

    @Test
    void shouldBeCancelledWhileItWaitsForServers() {
        Host host = new Host(Integer.MAX_VALUE, true);
        try (Drill drill = shop().runBy(host::runtime).start()) {
            drill.step().step().step();
            drill.execution().cancel("tester", "No longer wanted.");

            drill.run();

            assertDrill(drill).ended(ExecutionStatus.CANCELLED).changedNothing();
        }
    }

    @Test
    void shouldClaimNothingForACheck() {
        Host host = new Host(Integer.MAX_VALUE, false);
        try (Drill drill = shop().as(Mode.CHECK).runBy(host::runtime).start().run()) {
            assertDrill(drill).ended(ExecutionStatus.COMPLETED).changedNothing();
            assertThat(host.claimed).isEmpty();
        }
    }

    private static DrillScenario shop() {
        return drillOf(wave("Web", "web-1"), wave("App", "app-1"));
    }

    /** A host where another execution has a server while it is asked so many times. */
    private static final class Host implements OtherExecutions {
        final List<Set<String>> claimed = new ArrayList<>();
        private final int times;
        private final boolean waits;

        Host(int times, boolean waits) {
            this.times = times;
            this.waits = waits;
        }

        EngineRuntime runtime(EngineRuntime usual) {
            return new EngineRuntime(
                    usual.connections(), usual.clock(), usual.executor(), usual.settings(), this, usual.shared());
        }

        @Override
        public Known find(String executionId) {
            return Known.NOTHING;
        }

        @Override
        public Optional<Holder> claim(String executionId, Set<String> sourceServerIds) {
            claimed.add(sourceServerIds);
            return claimed.size() > times
                    ? Optional.empty()
                    : Optional.of(new Holder("execution-9", "in build shop #7", Set.of(id("web-1")), waits));
        }
    }
}
