package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.sdk.PrimaryInterface.InterfaceCopy;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest;

class InterfaceCopyTest {
    /** Fails when a newer SDK knows a field of a network interface that the copy forgets. */
    @Test
    void shouldCopyEveryFieldThatTheSdkKnows() {
        var copy = InterfaceCopy.of(full());

        assertThat(full().sdkFields()).allSatisfy(field -> assertThat(isSet(full(), field))
                .as("the test sets " + field.memberName())
                .isTrue());
        assertThat(copy.sdkFields()).allSatisfy(field -> assertThat(isSet(copy, field))
                .as("the copy has " + field.memberName())
                .isTrue());
    }

    @Test
    void shouldLeaveUnsetWhatIsUnset() {
        var nothing =
                LaunchTemplateInstanceNetworkInterfaceSpecification.builder().build();

        assertThat(InterfaceCopy.of(nothing))
                .isEqualTo(LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.builder()
                        .build());
    }

    private static boolean isSet(SdkPojo pojo, SdkField<?> field) {
        Object value = field.getValueOrDefault(pojo);
        return value instanceof List<?> list ? !list.isEmpty() : value != null;
    }

    private static LaunchTemplateInstanceNetworkInterfaceSpecification full() {
        return LaunchTemplateInstanceNetworkInterfaceSpecification.builder()
                .associateCarrierIpAddress(true)
                .associatePublicIpAddress(true)
                .deleteOnTermination(true)
                .description("text")
                .deviceIndex(0)
                .groups("sg-1")
                .interfaceType("efa")
                .ipv6AddressCount(1)
                .ipv6Addresses(a -> a.ipv6Address("::1"))
                .networkInterfaceId("eni-1")
                .privateIpAddress("10.0.0.1")
                .privateIpAddresses(a -> a.privateIpAddress("10.0.0.2").primary(false))
                .secondaryPrivateIpAddressCount(1)
                .subnetId("subnet-1")
                .networkCardIndex(0)
                .ipv4Prefixes(p -> p.ipv4Prefix("10.0.1.0/28"))
                .ipv4PrefixCount(1)
                .ipv6Prefixes(p -> p.ipv6Prefix("::/80"))
                .ipv6PrefixCount(1)
                .primaryIpv6(true)
                .enaSrdSpecification(s -> s.enaSrdEnabled(true).enaSrdUdpSpecification(u -> u.enaSrdUdpEnabled(true)))
                .connectionTrackingSpecification(c -> c.tcpEstablishedTimeout(60))
                .enaQueueCount(2)
                .build();
    }
}
