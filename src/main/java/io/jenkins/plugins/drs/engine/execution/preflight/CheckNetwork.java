package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.SubnetRange;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Looks whether the subnets and security groups of launch settings exist. */
final class CheckNetwork extends PreflightStep {
    private final Set<String> subnets;
    private final Set<String> securityGroups;
    private final Map<String, String> addresses;

    /** @param addresses static addresses with the subnets that they are to be of */
    CheckNetwork(Target target, Set<String> subnets, Set<String> securityGroups, Map<String, String> addresses) {
        super(keyFor(target), "ec2:DescribeSubnets", "Network", "Subnets and security groups", target);
        this.subnets = subnets;
        this.securityGroups = securityGroups;
        this.addresses = addresses;
    }

    static String keyFor(Target target) {
        return "network/" + target.key();
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        List<Check> checks = new ArrayList<>();
        Map<String, SubnetRange> found =
                subnets.isEmpty() ? Map.of() : aws.compute(target()).subnets(subnets);
        checks.addAll(compare("Subnet", subnets, any -> found.keySet()));
        addresses.forEach((address, subnet) -> {
            SubnetRange range = found.get(subnet);
            if (range != null && !range.offers(address)) {
                checks.add(outside(address, subnet, range));
            }
        });
        checks.addAll(compare("Security group", securityGroups, aws.compute(target())::existingSecurityGroups));
        return done(checks);
    }

    private static Check outside(String address, String subnet, SubnetRange range) {
        return Check.failed(
                "Static address",
                address,
                "Subnet " + subnet + " (" + range.cidr() + ") does not offer the address " + address + ".",
                "Choose an address of the subnet; its first four and its last are reserved by AWS.");
    }

    private List<Check> compare(String what, Set<String> wanted, Function<Set<String>, Set<String>> look) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Set<String> existing = look.apply(wanted);
        return wanted.stream()
                .sorted()
                .map(id -> existing.contains(id)
                        ? Check.passed(what, id, "It exists in " + target() + ".")
                        : Check.failed(
                                what,
                                id,
                                what + " " + id + " does not exist in " + target() + ".",
                                "Correct the launch settings, or create it."))
                .toList();
    }
}
