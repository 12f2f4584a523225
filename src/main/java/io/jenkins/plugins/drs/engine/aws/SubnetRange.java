package io.jenkins.plugins.drs.engine.aws;

/**
 * The IPv4 addresses of a subnet.
 *
 * @param cidr such as {@code 10.0.1.0/24}
 */
public record SubnetRange(String cidr) {
    /** The first four and the last address, by the VPC user guide, "Subnet sizing for IPv4". */
    private static final int RESERVED_AT_START = 4;

    /** Whether an instance can have this address; false for what is no IPv4 address. */
    public boolean offers(String address) {
        String[] parts = cidr.split("/");
        long value = number(address);
        long size = 1L << (32 - Integer.parseInt(parts[1]));
        long first = number(parts[0]) / size * size;
        return value >= first + RESERVED_AT_START && value < first + size - 1;
    }

    private static long number(String address) {
        String[] parts = address.split("\\.", -1);
        long number = parts.length == 4 ? 0 : -1;
        for (int index = 0; index < parts.length && number >= 0; index++) {
            boolean valid = parts[index].matches("[0-9]{1,3}") && Integer.parseInt(parts[index]) < 256;
            number = valid ? number * 256 + Integer.parseInt(parts[index]) : -1;
        }
        return number;
    }
}
