package io.jenkins.plugins.drs.engine.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks launch settings. */
final class LaunchValidation {
    private static final Pattern INSTANCE_TYPE = Pattern.compile("[a-z][a-z0-9-]{0,30}\\.[a-z0-9-]{1,30}");
    private static final Pattern ADDRESS = Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?=.)|$)){4}");

    /** EC2 gives ids of 8 (older) or 17 hexadecimal digits. */
    private static final Pattern EC2_ID = Pattern.compile("([0-9a-f]{8}|[0-9a-f]{17})");

    private static final Pattern ANY_ID = Pattern.compile("[0-9a-zA-Z]+");

    /** The default quota of a network interface; raised to 16 at most. */
    private static final int MOST_SECURITY_GROUPS = 16;

    private LaunchValidation() {}

    static void check(LaunchSettings settings, JsonPointer at, Problems problems) {
        settings.instanceType()
                .filter(type -> !INSTANCE_TYPE.matcher(type).matches())
                .ifPresent(type -> problems.error(
                        at.child("instanceType"),
                        "Expected an EC2 instance type, but got " + Shown.quoted(type),
                        "Write a type such as t3.medium"));
        settings.subnetId().ifPresent(id -> ec2Id("subnet-", id, at.child("subnetId"), problems));
        securityGroups(settings.securityGroupIds(), at.child("securityGroupIds"), problems);
        settings.staticPrivateIp()
                .filter(address -> !ADDRESS.matcher(address).matches())
                .ifPresent(address -> problems.error(
                        at.child("staticPrivateIp"),
                        "Expected a private IPv4 address, but got " + Shown.quoted(address),
                        "Write an address of the subnet such as 10.0.1.10"));
        contradictions(settings, at, problems);
    }

    private static void contradictions(LaunchSettings settings, JsonPointer at, Problems problems) {
        boolean rightSizing = settings.rightSizing()
                .filter(method -> method != LaunchSettings.RightSizing.NONE)
                .isPresent();
        if (rightSizing && settings.instanceType().isPresent()) {
            problems.warning(
                    at.child("instanceType"),
                    "Right-sizing picks the instance type, so "
                            + Shown.quoted(settings.instanceType().get()) + " has no effect",
                    "Set rightSizing to NONE, or remove instanceType");
        }
        if (settings.staticPrivateIp().isPresent() && settings.copyPrivateIp().orElse(false)) {
            problems.error(
                    at.child("copyPrivateIp"),
                    "The instance cannot have both a static address and its source's address",
                    "Remove staticPrivateIp, or set copyPrivateIp to false");
        }
    }

    private static void securityGroups(List<String> ids, JsonPointer at, Problems problems) {
        if (ids.size() > MOST_SECURITY_GROUPS) {
            problems.error(
                    at,
                    "A network interface cannot have " + ids.size() + " security groups",
                    "List at most " + MOST_SECURITY_GROUPS);
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < ids.size(); index++) {
            ec2Id("sg-", ids.get(index), at.child(index), problems);
            if (!seen.add(ids.get(index))) {
                problems.error(
                        at.child(index),
                        "Security group " + Shown.quoted(ids.get(index)) + " is listed twice",
                        "List it once");
            }
        }
    }

    private static void ec2Id(String prefix, String id, JsonPointer at, Problems problems) {
        String remedy = "Write '" + prefix + "' and 17 hexadecimal digits, as EC2 shows it";
        if (!id.startsWith(prefix)
                || !ANY_ID.matcher(id.substring(prefix.length())).matches()) {
            problems.error(at, "Expected an id that begins with '" + prefix + "', but got " + Shown.quoted(id), remedy);
        } else if (!EC2_ID.matcher(id.substring(prefix.length())).matches()) {
            problems.warning(at, Shown.quoted(id) + " does not look like an id that EC2 gives", remedy);
        }
    }
}
