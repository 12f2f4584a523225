package io.jenkins.plugins.drs.simulator.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.SimulatedAws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    private final Ec2Calls ec2 = new Ec2Calls(SimulatedAws.of("{\"accounts\": [{\"accountId\": \"123456789012\", "
            + "\"regions\": {\"us-east-1\": {\"subnets\": [{\"subnetId\": \"subnet-00000001\", \"cidrBlock\": "
            + "\"10.0.1.0/24\"}, {\"subnetId\": \"subnet-00000002\", \"vpcId\": \"vpc-2\"}], \"securityGroups\": ["
            + "{\"groupId\": \"sg-00000001\", \"groupName\": \"web\"}, {\"groupId\": \"sg-00000002\"}]}}}]}"));

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "DescribeSubnets, SubnetId.1=subnet-00000001, subnet-00000001",
        "DescribeSubnets, Filter.1.Name=vpc-id&Filter.1.Value.1=vpc-2, subnet-00000002",
        "DescribeSubnets, Filter.1.Name=subnet-id&Filter.1.Value.1=subnet-00000001, subnet-00000001",
        "DescribeSecurityGroups, GroupId.1=sg-00000002, sg-00000002",
        "DescribeSecurityGroups, GroupName.1=web, sg-00000001",
        "DescribeSecurityGroups, Filter.1.Name=group-id&Filter.1.Value.1=*2, sg-00000002"
    })
    void shouldFindByIdAndFilter(String operation, String parameters, String id) {
        assertThat(ec2.call(operation, parameters).text("//item/subnetId | //item/groupId"))
                .isEqualTo(id);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "DescribeSubnets, SubnetId.1=subnet-00000009, InvalidSubnetID.NotFound",
        "DescribeSecurityGroups, GroupId.1=sg-00000009, InvalidGroup.NotFound",
        "DescribeSecurityGroups, GroupId.1=web, InvalidGroupId.Malformed",
        "DescribeSecurityGroups, GroupName.1=db, InvalidGroup.NotFound"
    })
    void shouldRefuseWhatDoesNotExist(String operation, String parameters, String code) {
        assertThat(ec2.refusal(operation, parameters)).isEqualTo(code);
    }

    @Test
    void shouldCountFreeAddresses() {
        assertThat(ec2.call("DescribeSubnets", "SubnetId.1=subnet-00000001").text("//availableIpAddressCount"))
                .isEqualTo("251");
    }

    @Test
    void shouldTakeEveryIdWhereNoneIsDeclared() {
        Ec2Calls undeclared = new Ec2Calls(SimulatedAws.of("{}"));

        assertThat(undeclared
                        .call("DescribeSubnets", "SubnetId.1=subnet-0123abcd")
                        .texts("//subnetId"))
                .hasSize(1);
        assertThat(undeclared
                        .call("DescribeSecurityGroups", "GroupId.1=sg-0123abcd")
                        .texts("//securityGroupInfo/item/groupId"))
                .hasSize(1);
    }
}
