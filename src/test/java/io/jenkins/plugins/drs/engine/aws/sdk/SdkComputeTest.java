package io.jenkins.plugins.drs.engine.aws.sdk;

import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.ec2Error;
import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.xml;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.ComputeGateway;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.ComputeInstance;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SdkComputeTest {
    private static final String INSTANCES = "DescribeInstances";
    private static final String STATUS = "DescribeInstanceStatus";
    private static final String FOUND = "<DescribeInstancesResponse><reservationSet><item><instancesSet><item>"
            + "<instanceId>i-00000001</instanceId><instanceState><code>16</code><name>running</name></instanceState>"
            + "<instanceType>t3.medium</instanceType><privateIpAddress>10.0.0.5</privateIpAddress>"
            + "<launchTime>2026-03-01T10:00:00.000Z</launchTime>"
            + "</item></instancesSet></item></reservationSet></DescribeInstancesResponse>";
    private static final String CHECKED = "<DescribeInstanceStatusResponse><instanceStatusSet><item>"
            + "<instanceId>i-00000001</instanceId>"
            + "<instanceState><name>running</name></instanceState><systemStatus><status>ok</status></systemStatus>"
            + "<instanceStatus><status>initializing</status></instanceStatus>"
            + "</item></instanceStatusSet></DescribeInstanceStatusResponse>";

    private final Wire wire = new Wire();
    private final ComputeGateway compute = wire.access.compute(Wire.OWN);

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void shouldLeaveOutInstancesThatEc2DoesNotKnow() {
        wire.server.answer(
                INSTANCES,
                ec2Error(400, "InvalidInstanceID.NotFound", "The instance IDs 'i-00000002, i-00000003' do not exist"),
                xml(FOUND));
        wire.server.answer(STATUS, xml(CHECKED));

        var instances = compute.instances(List.of("i-00000001", "i-00000002", "i-00000003"));

        assertThat(instances)
                .containsExactly(new ComputeInstance(
                        "i-00000001",
                        "running",
                        "t3.medium",
                        Optional.of("10.0.0.5"),
                        Optional.of(Instant.parse("2026-03-01T10:00:00Z")),
                        "initializing",
                        "ok"));
        assertThat(wire.server.requests(INSTANCES).get(1).body()).doesNotContain("i-00000002", "i-00000003");
        assertThat(wire.server.only(STATUS).body()).contains("IncludeAllInstances=true");
    }

    /** Such as the answer to an earlier call. */
    @Test
    void shouldNotReadWhatTellsOfInstancesThatItDidNotAskFor() {
        wire.server.answer(INSTANCES, xml(FOUND)).answer(STATUS, xml(CHECKED));

        var told = Wire.failureOf(() -> compute.instances(List.of("i-00000002")));
        var checked = Wire.failureOf(() -> compute.checks(List.of("i-00000002")));

        assertThat(List.of(told.kind(), checked.kind())).containsOnly(FailureKind.UNREADABLE);
        assertThat(told).hasMessageContaining("instanceId of one that was asked for");
    }

    @Test
    void shouldFindNothingWhenNoneIsKnown() {
        wire.server.answer(
                INSTANCES, ec2Error(400, "InvalidInstanceID.NotFound", "The instance ID 'i-00000001' does not exist"));

        assertThat(compute.instances(List.of("i-00000001"))).isEmpty();
        assertThat(wire.calledOperations()).containsExactly(INSTANCES);
    }

    @Test
    void shouldNotRepeatForEverWhenEc2NamesOthers() {
        wire.server.answer(
                INSTANCES, ec2Error(400, "InvalidInstanceID.NotFound", "The instance ID 'i-0000000f' does not exist"));

        var failure = Wire.failureOf(() -> compute.instances(List.of("i-00000001")));

        assertThat(failure.details().code()).isEqualTo("InvalidInstanceID.NotFound");
        assertThat(wire.calls).hasSize(1);
    }

    @Test
    void shouldAskForChecksOnlyWhereSomeCanHaveEnded() {
        wire.server.answer(INSTANCES, xml(FOUND), xml(FOUND));
        wire.server.answer(STATUS, xml(CHECKED));
        Instant launched = Instant.parse("2026-03-01T10:00:00Z");

        var early = compute.instances(List.of("i-00000001"), launched.minusSeconds(1));
        var late = compute.instances(List.of("i-00000001"), launched);

        assertThat(early).extracting(ComputeInstance::instanceCheck).containsExactly("unknown");
        assertThat(late).extracting(ComputeInstance::instanceCheck).containsExactly("initializing");
        assertThat(wire.calledOperations()).containsExactly(INSTANCES, INSTANCES, STATUS);
    }

    @Test
    void shouldSayUnknownWhereThereAreNoChecksYet() {
        wire.server.answer(INSTANCES, xml(FOUND));
        wire.server.answer(STATUS, xml("<DescribeInstanceStatusResponse/>"));

        assertThat(compute.instances(List.of("i-00000001")))
                .extracting(ComputeInstance::instanceCheck, ComputeInstance::systemCheck)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("unknown", "unknown"));
    }

    @Test
    void shouldAskForAHundredInstancesAtATime() {
        wire.server.answer(INSTANCES, xml("<DescribeInstancesResponse/>"));
        var ids = IntStream.range(0, 201).mapToObj(i -> "i-%08d".formatted(i)).toList();

        compute.instances(ids);

        assertThat(wire.server.requests(INSTANCES)).hasSize(3);
    }

    @Test
    void shouldFindSubnetsByFilterOverAllPages() {
        wire.server.answer(
                "DescribeSubnets",
                xml(
                        "<DescribeSubnetsResponse><subnetSet><item><subnetId>subnet-1</subnetId><cidrBlock>10.0.1.0/24</cidrBlock></item></subnetSet>"
                                + "<nextToken>two</nextToken></DescribeSubnetsResponse>"),
                xml(
                        "<DescribeSubnetsResponse><subnetSet><item><subnetId>subnet-2</subnetId><cidrBlock>10.0.2.0/24</cidrBlock></item></subnetSet>"
                                + "</DescribeSubnetsResponse>"));

        assertThat(compute.existingSubnets(List.of("subnet-1", "subnet-2", "subnet-3")))
                .containsExactlyInAnyOrder("subnet-1", "subnet-2");
        assertThat(wire.server.requests("DescribeSubnets").get(0).body())
                .contains("Filter.1.Name=subnet-id", "Filter.1.Value.3=subnet-3");
    }

    @Test
    void shouldFindSecurityGroupsByFilter() {
        wire.server.answer(
                "DescribeSecurityGroups",
                xml("<DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId></item>"
                        + "</securityGroupInfo></DescribeSecurityGroupsResponse>"));

        assertThat(compute.existingSecurityGroups(List.of("sg-1", "sg-2"))).containsExactly("sg-1");
        assertThat(wire.server.only("DescribeSecurityGroups").body()).contains("Filter.1.Name=group-id");
    }
}
