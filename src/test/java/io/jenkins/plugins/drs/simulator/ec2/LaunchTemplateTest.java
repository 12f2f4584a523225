package io.jenkins.plugins.drs.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.SimulatedAws;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchTemplateTest {
    private static final String DATA = "LaunchTemplateData.";
    private static final String INTERFACE = DATA + "NetworkInterface.1.";

    private final SimulatedAws aws = SimulatedAws.with("{\"hostname\": \"db\", \"launchConfiguration\": "
            + "{\"targetInstanceTypeRightSizingMethod\": \"NONE\"}, \"launchTemplate\": {\"instanceType\": \"r5.large\", "
            + "\"subnetId\": \"subnet-00000001\", \"securityGroupIds\": [\"sg-00000001\"], "
            + "\"privateIp\": \"10.0.0.9\"}}");
    private final Ec2Calls ec2 = new Ec2Calls(aws);
    private final String template = "LaunchTemplateId="
            + aws.drs("GetLaunchConfiguration", "{\"sourceServerID\": \"" + aws.server("db") + "\"}")
                    .get("ec2LaunchTemplateID")
                    .asText()
            + "&";

    @Test
    void shouldKeepWhatANewVersionDoesNotName() {
        Ec2Calls.Answer created = create("SourceVersion=$Default&" + DATA + "InstanceType=r5.xlarge");

        assertThat(created.text("//versionNumber")).isEqualTo("2");
        assertThat(created.text("//defaultVersion")).isEqualTo("false");
        assertThat(created.text("//instanceType")).isEqualTo("r5.xlarge");
        assertThat(created.text("//subnetId")).isEqualTo("subnet-00000001");
        assertThat(created.text("//groupSet/groupId")).isEqualTo("sg-00000001");
        assertThat(created.text("//privateIpAddress")).isEqualTo("10.0.0.9");
    }

    @Test
    void shouldReplaceNetworkInterfacesAsAWhole() {
        Ec2Calls.Answer created =
                create("SourceVersion=1&" + INTERFACE + "DeviceIndex=0&" + INTERFACE + "SubnetId=subnet-00000002");

        assertThat(created.text("//subnetId")).isEqualTo("subnet-00000002");
        assertThat(created.texts("//groupSet/groupId")).isEmpty();
        assertThat(created.texts("//privateIpAddress")).isEmpty();
        assertThat(created.text("//instanceType")).isEqualTo("r5.large");
    }

    @Test
    void shouldStartFromNothingWithoutSourceVersion() {
        assertThat(create(DATA + "ImageId=ami-1").text("//launchTemplateData")).isEqualTo("ami-1");
    }

    @Test
    void shouldLaunchWithTheDefaultVersion() {
        create("SourceVersion=1&" + DATA + "InstanceType=r5.2xlarge&" + INTERFACE + "SubnetId=subnet-00000002&"
                + INTERFACE
                + "SecurityGroupId.1=sg-00000002&" + INTERFACE + "SecurityGroupId.2=sg-00000003&" + INTERFACE
                + "PrivateIpAddresses.1.PrivateIpAddress=10.0.0.77&" + INTERFACE
                + "PrivateIpAddresses.1.Primary=true");
        create("SourceVersion=1&" + DATA + "InstanceType=r5.metal");
        ec2.call("ModifyLaunchTemplate", template + "SetDefaultVersion=2");
        aws.drill("db");
        aws.after(Duration.ofMinutes(20));

        Ec2Calls.Answer instance = ec2.call("DescribeInstances", "");

        assertThat(instance.text("//instanceType")).isEqualTo("r5.2xlarge");
        assertThat(instance.text("//instancesSet/item/subnetId")).isEqualTo("subnet-00000002");
        assertThat(instance.text("//instancesSet/item/privateIpAddress")).isEqualTo("10.0.0.77");
        assertThat(instance.texts("//instancesSet/item/groupSet/item/groupId"))
                .containsExactly("sg-00000002", "sg-00000003");
    }

    @Test
    void shouldDoARepeatedCallOnce() {
        String input = "ClientToken=t-1&SourceVersion=1&" + DATA + "InstanceType=r5.xlarge";

        assertThat(create(input).text("//versionNumber")).isEqualTo("2");
        assertThat(create(input).text("//versionNumber")).isEqualTo("2");
        assertThat(ec2.refusal("CreateLaunchTemplateVersion", template + input.replace("xlarge", "metal")))
                .isEqualTo("IdempotentParameterMismatch");
    }

    @Test
    void shouldListVersionsByNameNumberAndPage() {
        create(DATA + "InstanceType=r5.xlarge&VersionDescription=two");
        create(DATA + "InstanceType=r5.metal");

        assertThat(versions("")).containsExactly("3", "2", "1");
        assertThat(versions("LaunchTemplateVersion.1=$Default&LaunchTemplateVersion.2=$Latest"))
                .containsExactly("1", "3");
        assertThat(versions("LaunchTemplateVersion.1=2")).containsExactly("2");
        assertThat(versions("MinVersion=2&MaxResults=1")).containsExactly("3");
        assertThat(ec2.call("DescribeLaunchTemplateVersions", "LaunchTemplateVersion.1=$Latest")
                        .text("//versionNumber"))
                .isEqualTo("3");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "ModifyLaunchTemplate, SetDefaultVersion=9, InvalidLaunchTemplateId.VersionNotFound",
        "ModifyLaunchTemplate, '', MissingParameter",
        "DescribeLaunchTemplateVersions, LaunchTemplateVersion.1=9, InvalidLaunchTemplateId.VersionNotFound",
        "DescribeLaunchTemplateVersions, LaunchTemplateName=x-y, InvalidParameterCombination",
        "CreateLaunchTemplateVersion, '', MissingParameter",
        "CreateLaunchTemplateVersion, LaunchTemplateData.NetworkInterface.1.PrivateIpAddress=home, InvalidParameterValue"
    })
    void shouldRefuse(String operation, String parameters, String code) {
        assertThat(ec2.refusal(operation, template + parameters)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "LaunchTemplateId=lt-00000000000000000, InvalidLaunchTemplateId.NotFound",
        "LaunchTemplateId=mine, InvalidLaunchTemplateId.Malformed",
        "LaunchTemplateName=mine, InvalidLaunchTemplateName.NotFoundException",
        "'', MissingParameter"
    })
    void shouldRefuseATemplateThatDoesNotExist(String parameters, String code) {
        assertThat(ec2.refusal("DescribeLaunchTemplateVersions", parameters)).isEqualTo(code);
    }

    private Ec2Calls.Answer create(String parameters) {
        return ec2.call("CreateLaunchTemplateVersion", template + parameters);
    }

    private List<String> versions(String parameters) {
        return ec2.call("DescribeLaunchTemplateVersions", template + parameters).texts("//versionNumber");
    }
}
