package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.environment.SubnetSpec;
import io.jenkins.plugins.drs.simulator.state.Ec2Instance;
import io.jenkins.plugins.drs.simulator.state.Region;
import java.util.Set;
import java.util.stream.Collectors;

/** Private addresses of a subnet. AWS keeps the first four and the last of each to itself. */
final class SubnetAddresses {
    private static final int RESERVED_AT_START = 4;
    private static final int RESERVED = 5;

    private final Region region;
    private final long network;
    private final long size;

    SubnetAddresses(Region region, SubnetSpec subnet) {
        this.region = region;
        String[] cidr = subnet.cidrBlock().split("/");
        this.size = 1L << (32 - Integer.parseInt(cidr[1]));
        this.network = number(cidr[0]) / size * size;
    }

    boolean contains(String address) {
        long offset = number(address) - network;
        return offset >= RESERVED_AT_START && offset < size - 1;
    }

    /** An address that no instance of the Region uses. */
    String free() {
        Set<String> used = used(region);
        long usable = Math.max(1, size - RESERVED);
        long first = region.instances().size();
        for (long i = 0; i < usable; i++) {
            String address = text(network + RESERVED_AT_START + (first + i) % usable);
            if (!used.contains(address)) {
                return address;
            }
        }
        return text(network + RESERVED_AT_START); // more instances than addresses: nobody looks that closely
    }

    /** Addresses of the instances that are there. */
    static Set<String> used(Region region) {
        return region.instances().values().stream()
                .filter(instance -> !instance.state(region.world().now()).equals("terminated"))
                .map(Ec2Instance::settings)
                .map(settings -> settings.privateIp())
                .collect(Collectors.toSet());
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.")) {
            number = number * 256 + Long.parseLong(part);
        }
        return number;
    }

    private static String text(long number) {
        return (number >> 24 & 255) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }
}
