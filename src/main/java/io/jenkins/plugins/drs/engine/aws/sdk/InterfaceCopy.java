package io.jenkins.plugins.drs.engine.aws.sdk;

import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecification;
import software.amazon.awssdk.services.ec2.model.ConnectionTrackingSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.EnaSrdSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.InstanceIpv6AddressRequest;
import software.amazon.awssdk.services.ec2.model.Ipv4PrefixSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.Ipv6PrefixSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateEnaSrdSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest;

/** Turns a network interface as EC2 tells it into one as EC2 is told, every field of it. */
final class InterfaceCopy {
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
