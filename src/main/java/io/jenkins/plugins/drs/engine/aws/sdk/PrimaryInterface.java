package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.ComputeGateway.LaunchTemplateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecification;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.EnaSrdSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6AddressRequest;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.Ipv6PrefixSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateEnaSrdSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.PrivateIpAddressSpecification;

/** The network interface with device index 0 of a launch template. */
final class PrimaryInterface {
    private PrimaryInterface() {}

    static Optional<LaunchTemplateInstanceNetworkInterfaceSpecification> in(
            List<LaunchTemplateInstanceNetworkInterfaceSpecification> interfaces) {
        return interfaces.stream().filter(PrimaryInterface::isPrimary).findFirst();
    }

    private static boolean isPrimary(LaunchTemplateInstanceNetworkInterfaceSpecification specification) {
        return Objects.requireNonNullElse(specification.deviceIndex(), 0) == 0
                && Objects.requireNonNullElse(specification.networkCardIndex(), 0) == 0;
    }

    /** Its primary private address, which may be written in either of two ways. */
    static Optional<String> address(LaunchTemplateInstanceNetworkInterfaceSpecification specification) {
        return Optional.ofNullable(specification.privateIpAddress())
                .or(() -> specification.privateIpAddresses().stream()
                        .filter(address -> Boolean.TRUE.equals(address.primary()))
                        .map(PrivateIpAddressSpecification::privateIpAddress)
                        .findFirst());
    }

    /**
     * All interfaces with {@code change} put over the primary one. A version of a launch template takes its list of
     * interfaces whole, so what does not change is said again.
     */
    static List<LaunchTemplateInstanceNetworkInterfaceSpecificationRequest> change(
            List<LaunchTemplateInstanceNetworkInterfaceSpecification> now, LaunchTemplateChange change) {
        var primary = in(now);
        List<LaunchTemplateInstanceNetworkInterfaceSpecificationRequest> changed = new ArrayList<>();
        if (primary.isEmpty()) {
            changed.add(apply(
                    change,
                    LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.builder()
                            .deviceIndex(0)
                            .build()));
        }
        for (var specification : now) {
            var copy = InterfaceCopy.of(specification);
            changed.add(specification == primary.orElse(null) ? apply(change, copy) : copy);
        }
        return changed;
    }

    private static LaunchTemplateInstanceNetworkInterfaceSpecificationRequest apply(
            LaunchTemplateChange change, LaunchTemplateInstanceNetworkInterfaceSpecificationRequest copy) {
        var builder = copy.toBuilder();
        change.subnetId().ifPresent(builder::subnetId);
        if (!change.securityGroupIds().isEmpty()) {
            builder.groups(change.securityGroupIds());
        }
        change.privateIp().ifPresent(address -> setAddress(builder, copy.privateIpAddresses(), address));
        return builder.build();
    }

    /** EC2 takes one primary address: in the list where that names one, else beside it. */
    private static void setAddress(
            LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.Builder builder,
            List<PrivateIpAddressSpecification> list,
            String address) {
        if (list.stream().noneMatch(each -> Boolean.TRUE.equals(each.primary()))) {
            builder.privateIpAddress(address);
            return;
        }
        builder.privateIpAddresses(list.stream()
                .map(each -> Boolean.TRUE.equals(each.primary())
                        ? each.toBuilder().privateIpAddress(address).build()
                        : each)
                .toList());
    }

    /** Turns a network interface as EC2 tells it into one as EC2 is told, every field of it. */
    static final class InterfaceCopy {
        private InterfaceCopy() {}

        static LaunchTemplateInstanceNetworkInterfaceSpecificationRequest of(
                LaunchTemplateInstanceNetworkInterfaceSpecification from) {
            var to = LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.builder();
            device(from, to);
            addresses(from, to);
            prefixes(from, to);
            if (from.enaSrdSpecification() != null) {
                to.enaSrdSpecification(enaSrd(from.enaSrdSpecification()));
            }
            if (from.connectionTrackingSpecification() != null) {
                to.connectionTrackingSpecification(tracking(from.connectionTrackingSpecification()));
            }
            return to.build();
        }

        private static void device(
                LaunchTemplateInstanceNetworkInterfaceSpecification from,
                LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.Builder to) {
            to.deviceIndex(from.deviceIndex())
                    .networkCardIndex(from.networkCardIndex())
                    .networkInterfaceId(from.networkInterfaceId())
                    .interfaceType(from.interfaceType())
                    .description(from.description())
                    .deleteOnTermination(from.deleteOnTermination())
                    .subnetId(from.subnetId())
                    .enaQueueCount(from.enaQueueCount());
            if (from.hasGroups()) {
                to.groups(from.groups());
            }
        }

        private static void addresses(
                LaunchTemplateInstanceNetworkInterfaceSpecification from,
                LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.Builder to) {
            to.privateIpAddress(from.privateIpAddress())
                    .secondaryPrivateIpAddressCount(from.secondaryPrivateIpAddressCount())
                    .associatePublicIpAddress(from.associatePublicIpAddress())
                    .associateCarrierIpAddress(from.associateCarrierIpAddress())
                    .ipv6AddressCount(from.ipv6AddressCount())
                    .primaryIpv6(from.primaryIpv6());
            if (from.hasPrivateIpAddresses()) {
                to.privateIpAddresses(from.privateIpAddresses());
            }
            if (from.hasIpv6Addresses()) {
                to.ipv6Addresses(from.ipv6Addresses().stream()
                        .map(each -> InstanceIpv6AddressRequest.builder()
                                .ipv6Address(each.ipv6Address())
                                .build())
                        .toList());
            }
        }

        private static void prefixes(
                LaunchTemplateInstanceNetworkInterfaceSpecification from,
                LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.Builder to) {
            to.ipv4PrefixCount(from.ipv4PrefixCount()).ipv6PrefixCount(from.ipv6PrefixCount());
            if (from.hasIpv4Prefixes()) {
                to.ipv4Prefixes(from.ipv4Prefixes().stream()
                        .map(each -> Ipv4PrefixSpecificationRequest.builder()
                                .ipv4Prefix(each.ipv4Prefix())
                                .build())
                        .toList());
            }
            if (from.hasIpv6Prefixes()) {
                to.ipv6Prefixes(from.ipv6Prefixes().stream()
                        .map(each -> Ipv6PrefixSpecificationRequest.builder()
                                .ipv6Prefix(each.ipv6Prefix())
                                .build())
                        .toList());
            }
        }

        private static EnaSrdSpecificationRequest enaSrd(LaunchTemplateEnaSrdSpecification from) {
            var to = EnaSrdSpecificationRequest.builder().enaSrdEnabled(from.enaSrdEnabled());
            var udp = from.enaSrdUdpSpecification();
            if (udp != null) {
                to.enaSrdUdpSpecification(u -> u.enaSrdUdpEnabled(udp.enaSrdUdpEnabled()));
            }
            return to.build();
        }

        private static ConnectionTrackingSpecificationRequest tracking(ConnectionTrackingSpecification from) {
            return ConnectionTrackingSpecificationRequest.builder()
                    .tcpEstablishedTimeout(from.tcpEstablishedTimeout())
                    .udpStreamTimeout(from.udpStreamTimeout())
                    .udpTimeout(from.udpTimeout())
                    .build();
        }
    }
}
