package io.jenkins.plugins.drs.simulator.drs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.CreateReplicationConfigurationTemplateRequest;
import software.amazon.awssdk.services.drs.model.CreateReplicationConfigurationTemplateResponse;
import software.amazon.awssdk.services.drs.model.ReplicationConfigurationTemplate;
import software.amazon.awssdk.services.drs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.drs.model.UninitializedAccountException;

/** A Region is set up as the sample environment does it. */
class ReplicationTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.of("""
            {"accounts": [{"accountId": "123456789012", "regions": {"us-west-2": {"initialized": false}}}]}
            """));
    private final DrsClient drs = DrsClient.builder()
            .endpointOverride(simulator.endpoint())
            .region(Region.US_WEST_2)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
            .build();

    @AfterEach
    void end() {
        drs.close();
        simulator.close();
    }

    private CreateReplicationConfigurationTemplateResponse create(
            Consumer<CreateReplicationConfigurationTemplateRequest.Builder> change) {
        return drs.createReplicationConfigurationTemplate(request -> {
            request.stagingAreaSubnetId("subnet-0a1b2c3d")
                    .replicationServersSecurityGroupsIDs("sg-0a1b2c3d")
                    .ebsEncryption("DEFAULT")
                    .bandwidthThrottling(0L)
                    .stagingAreaTags(Map.of("Project", "drs-sample"))
                    .tags(Map.of("Project", "drs-sample"))
                    .pitPolicy(rule -> rule.units("MINUTE").interval(10).retentionDuration(60));
            change.accept(request);
        });
    }

    @Test
    void shouldSetARegionUpOnceAndTakeItAgain() {
        assertThatThrownBy(() -> drs.describeSourceServers(request -> {}))
                .isInstanceOf(UninitializedAccountException.class);
        assertThatThrownBy(() -> create(request -> {})).isInstanceOf(UninitializedAccountException.class);

        drs.initializeService(request -> {});
        drs.initializeService(request -> {});

        assertThat(drs.describeSourceServers(request -> {}).items()).isEmpty();
        assertThat(drs.describeReplicationConfigurationTemplates(request -> {}).items())
                .isEmpty();
    }

    @Test
    void shouldKeepTemplatesUntilTheyAreDeleted() {
        drs.initializeService(request -> {});

        String id = create(request -> {}).replicationConfigurationTemplateID();

        assertThat(drs.describeReplicationConfigurationTemplates(request -> {}).items())
                .singleElement()
                .satisfies(template -> assertThat(template.replicationConfigurationTemplateID())
                        .isEqualTo(id))
                .extracting(ReplicationConfigurationTemplate::tags)
                .isEqualTo(Map.of("Project", "drs-sample"));
        drs.deleteReplicationConfigurationTemplate(request -> request.replicationConfigurationTemplateID(id));
        assertThat(drs.describeReplicationConfigurationTemplates(request -> {}).items())
                .isEmpty();
        assertThatThrownBy(() -> drs.deleteReplicationConfigurationTemplate(
                        request -> request.replicationConfigurationTemplateID(id)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void shouldRefuseWhatAwsRefuses() {
        drs.initializeService(request -> {});

        assertThatThrownBy(() -> create(request -> request.stagingAreaSubnetId("here")))
                .hasMessageContaining("stagingAreaSubnetId");
    }
}
