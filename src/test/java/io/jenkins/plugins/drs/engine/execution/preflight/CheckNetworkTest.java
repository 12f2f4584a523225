package io.jenkins.plugins.drs.engine.execution.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckNetworkTest {
    private static final String SUBNET = "subnet-0a1b2c3d4e5f60001";

    private static List<Check> failed(Set<String> subnets, Map<String, String> addresses) throws Exception {
        String environment = Files.readString(Path.of("samples/three-tier/environment.json"));
        try (Simulator simulator = Simulator.start(SimulatorOptions.of(environment));
                SdkConnections connections =
                        new SdkConnections(RunEnvironment.simulated(simulator).sdk())) {
            CheckNetwork step = new CheckNetwork(Target.own("us-east-1"), subnets, Set.of(), addresses);
            StepDone done =
                    (StepDone) step.perform(connections.open(call -> {})).get(0);
            return done.checks().stream()
                    .filter(check -> check.status() == CheckStatus.FAILED)
                    .toList();
        }
    }

    @Test
    void shouldRefuseAStaticAddressThatItsSubnetDoesNotOffer() throws Exception {
        List<Check> failed = failed(Set.of(SUBNET), Map.of("10.0.1.10", SUBNET, "10.0.2.10", SUBNET));

        assertThat(failed).singleElement().satisfies(check -> {
            assertThat(check.subject()).isEqualTo("10.0.2.10");
            assertThat(check.message()).contains("10.0.1.0/24 does not offer the address '10.0.2.10'");
        });
    }

    @Test
    void shouldTellASubnetThatIsNotThereAndNotItsAddresses() throws Exception {
        String gone = "subnet-0000000000000dead";

        assertThat(failed(Set.of(SUBNET, gone), Map.of("10.0.1.10", gone)))
                .singleElement()
                .satisfies(check -> assertThat(check.subject()).isEqualTo(gone));
    }
}
