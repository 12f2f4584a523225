package io.jenkins.plugins.drs.simulator.drs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TerminationTest {
    private static final Duration ALL = Duration.ofMinutes(10);

    private final SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\"}");
    private String instance;

    @BeforeEach
    void launch() {
        aws.drill("db");
        instance = aws.after(ALL).instances().at("/0/recoveryInstanceID").asText();
    }

    @Test
    void shouldTakeTheInstanceDownWithItsJob() {
        String job = aws.terminate(instance);
        aws.after(Duration.ofSeconds(60));
        String between = aws.instances().at("/0/ec2InstanceState").asText();
        aws.after(ALL);

        JsonNode ended = aws.job(job);
        assertThat(between).isEqualTo("SHUTTING-DOWN");
        assertThat(ended.get("type").asText()).isEqualTo("TERMINATE");
        assertThat(ended.get("initiatedBy").asText()).isEqualTo("TERMINATE_RECOVERY_INSTANCES");
        assertThat(ended.at("/participatingServers/0/launchStatus").asText()).isEqualTo("TERMINATED");
        assertThat(ended.at("/participatingServers/0/recoveryInstanceID").asText())
                .isEqualTo(instance);
        assertThat(aws.instances()).isEmpty();
        assertThat(aws.simulator().record().drillInstances()).isEmpty();
    }

    @Test
    void shouldKeepTheInstanceWhenTerminationIsRefused() {
        aws.simulator().faults().add(Fault.of(FaultKind.REFUSE_TERMINATE));

        String job = aws.terminate(instance);
        aws.after(ALL);

        assertThat(aws.job(job).at("/participatingServers/0/launchStatus").asText())
                .isEqualTo("FAILED");
        assertThat(aws.simulator().record().drillInstances()).hasSize(1);
    }

    @Test
    void shouldRefuseASecondTerminationWhileTheFirstRuns() {
        aws.terminate(instance);

        Response refused =
                aws.call("POST", "/TerminateRecoveryInstances", "{\"recoveryInstanceIDs\": [\"" + instance + "\"]}");

        assertThat(SimulatedAws.error(refused)).contains("ConflictException");
    }

    @Test
    void shouldNotKnowAnInstanceThatIsGone() {
        aws.terminate(instance);
        aws.after(ALL);

        Response refused =
                aws.call("POST", "/TerminateRecoveryInstances", "{\"recoveryInstanceIDs\": [\"" + instance + "\"]}");

        assertThat(SimulatedAws.error(refused)).contains("ResourceNotFoundException");
    }
}
