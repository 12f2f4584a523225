package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.ComputeGateway.LaunchTemplateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
}
