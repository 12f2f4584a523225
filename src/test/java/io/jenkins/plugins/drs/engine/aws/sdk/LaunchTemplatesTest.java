package io.jenkins.plugins.drs.engine.aws.sdk;

import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.xml;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.ComputeGateway;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.LaunchTemplate;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.LaunchTemplateChange;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaunchTemplatesTest {
    private static final String READ = "DescribeLaunchTemplateVersions";
    private static final String CREATE = "CreateLaunchTemplateVersion";
    private static final String OF_DRS = "<instanceType>c5.large</instanceType><networkInterfaceSet>"
            + "<item><deviceIndex>1</deviceIndex><subnetId>subnet-b</subnetId></item>"
            + "<item><deviceIndex>0</deviceIndex><subnetId>subnet-a</subnetId><deleteOnTermination>true"
            + "</deleteOnTermination><groupSet><groupId>sg-1</groupId></groupSet>"
            + "<privateIpAddress>10.0.0.9</privateIpAddress></item></networkInterfaceSet>";

    private final Wire wire = new Wire();
    private final ComputeGateway compute = wire.access.compute(Wire.OWN);

    @BeforeEach
    void script() {
        template(OF_DRS);
        wire.server.answer(
                CREATE,
                xml("<CreateLaunchTemplateVersionResponse><launchTemplateVersion><versionNumber>8</versionNumber>"
                        + "</launchTemplateVersion></CreateLaunchTemplateVersionResponse>"));
        wire.server.answer(
                "ModifyLaunchTemplate",
                xml("<ModifyLaunchTemplateResponse><launchTemplate/></ModifyLaunchTemplateResponse>"));
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void shouldReadTheDefaultVersionByItsPrimaryInterface() {
        assertThat(compute.launchTemplate("lt-1"))
                .isEqualTo(new LaunchTemplate(
                        Optional.of("c5.large"), Optional.of("subnet-a"), List.of("sg-1"), Optional.of("10.0.0.9")));
        assertThat(wire.server.only(READ).body()).contains("LaunchTemplateVersion.1=$Default");
    }

    @Test
    void shouldSayUnchangedInterfaceSettingsAgainWhenSubnetChanges() {
        compute.changeLaunchTemplate("lt-1", change("subnet-c", List.of(), null), "token-1");

        assertThat(wire.server.only(CREATE).body())
                .contains("SourceVersion=$Default", "ClientToken=token-1")
                .contains("LaunchTemplateData.NetworkInterface.1.DeviceIndex=1")
                .contains("LaunchTemplateData.NetworkInterface.1.SubnetId=subnet-b")
                .contains("LaunchTemplateData.NetworkInterface.2.SubnetId=subnet-c")
                .contains("LaunchTemplateData.NetworkInterface.2.DeleteOnTermination=true")
                .contains("LaunchTemplateData.NetworkInterface.2.SecurityGroupId.1=sg-1")
                .contains("LaunchTemplateData.NetworkInterface.2.PrivateIpAddress=10.0.0.9")
                .doesNotContain("InstanceType", "subnet-a");
        assertThat(wire.server.only("ModifyLaunchTemplate").body())
                .contains("SetDefaultVersion=8", "LaunchTemplateId=lt-1", "ClientToken=token-1");
    }

    @Test
    void shouldReplaceGroupsAndAddress() {
        compute.changeLaunchTemplate("lt-1", change(null, List.of("sg-8", "sg-9"), "10.0.0.50"), "token-1");

        assertThat(wire.server.only(CREATE).body())
                .contains("NetworkInterface.2.SecurityGroupId.1=sg-8", "NetworkInterface.2.SecurityGroupId.2=sg-9")
                .contains("NetworkInterface.2.PrivateIpAddress=10.0.0.50", "NetworkInterface.2.SubnetId=subnet-a")
                .doesNotContain("sg-1\n");
    }

    @Test
    void shouldPutTheAddressIntoAListThatNamesThePrimaryOne() {
        template("<networkInterfaceSet><item><deviceIndex>0</deviceIndex><privateIpAddressesSet>"
                + "<item><primary>true</primary><privateIpAddress>10.0.0.9</privateIpAddress></item>"
                + "<item><primary>false</primary><privateIpAddress>10.0.0.10</privateIpAddress></item>"
                + "</privateIpAddressesSet></item></networkInterfaceSet>");

        compute.changeLaunchTemplate("lt-1", change(null, List.of(), "10.0.0.50"), "token-1");

        assertThat(compute.launchTemplate("lt-1").privateIp()).contains("10.0.0.9");
        assertThat(wire.server.only(CREATE).body())
                .contains("PrivateIpAddresses.1.PrivateIpAddress=10.0.0.50")
                .contains("PrivateIpAddresses.2.PrivateIpAddress=10.0.0.10")
                .doesNotContain("NetworkInterface.1.PrivateIpAddress=");
    }

    @Test
    void shouldLeaveInterfacesAloneWhenOnlyTheTypeChanges() {
        var change = new LaunchTemplateChange(Optional.of("t3.medium"), Optional.empty(), List.of(), Optional.empty());

        compute.changeLaunchTemplate("lt-1", change, "token-1");

        assertThat(wire.server.only(CREATE).body())
                .contains("LaunchTemplateData.InstanceType=t3.medium")
                .doesNotContain("NetworkInterface");
    }

    @Test
    void shouldAddAnInterfaceWhereThereIsNone() {
        template("");

        compute.changeLaunchTemplate("lt-1", change("subnet-c", List.of("sg-8"), null), "token-1");

        assertThat(wire.server.only(CREATE).body())
                .contains("NetworkInterface.1.DeviceIndex=0", "NetworkInterface.1.SubnetId=subnet-c");
    }

    @Test
    void shouldSetGroupsBesideInterfacesWhereTheTemplateKeepsThemThere() {
        template("<securityGroupIdSet><item>sg-1</item></securityGroupIdSet>");

        compute.changeLaunchTemplate("lt-1", change(null, List.of("sg-8"), null), "token-1");

        assertThat(wire.server.only(CREATE).body())
                .contains("LaunchTemplateData.SecurityGroupId.1=sg-8")
                .doesNotContain("NetworkInterface");
    }

    @Test
    void shouldRefuseASubnetWhereGroupsBesideInterfacesWouldContradictIt() {
        template("<securityGroupIdSet><item>sg-1</item></securityGroupIdSet>");

        var failure = Wire.failureOf(
                () -> compute.changeLaunchTemplate("lt-1", change("subnet-c", List.of(), null), "token-1"));

        assertThat(failure.kind()).isEqualTo(FailureKind.INVALID);
        assertThat(wire.calledOperations()).containsExactly(READ);
    }

    @Test
    void shouldNotCallForAnEmptyChange() {
        compute.changeLaunchTemplate("lt-1", change(null, List.of(), null), "token-1");

        assertThat(wire.calls).isEmpty();
    }

    private void template(String data) {
        wire.server.answer(
                READ,
                xml("<DescribeLaunchTemplateVersionsResponse><launchTemplateVersionSet><item><versionNumber>7"
                        + "</versionNumber><launchTemplateData>" + data + "</launchTemplateData></item>"
                        + "</launchTemplateVersionSet></DescribeLaunchTemplateVersionsResponse>"));
    }

    private static LaunchTemplateChange change(String subnet, List<String> groups, String address) {
        return new LaunchTemplateChange(
                Optional.empty(), Optional.ofNullable(subnet), groups, Optional.ofNullable(address));
    }
}
