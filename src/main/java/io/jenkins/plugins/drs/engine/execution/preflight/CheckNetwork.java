package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.NamedNetwork;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        NamedNetwork network = NamedNetwork.read(aws.compute(target()), target(), subnets, securityGroups);
        List<Check> checks = new ArrayList<>();
        subnets.stream()
                .sorted()
                .map(id -> checked("Subnet", id, network.subnet(id, JsonPointer.ROOT)))
                .forEach(checks::add);
        addresses.forEach((address, subnet) -> network.address(address, subnet, JsonPointer.ROOT)
                .ifPresent(problem -> checks.add(failed("Static address", address, problem))));
        securityGroups.stream()
                .sorted()
                .map(id -> checked("Security group", id, network.securityGroup(id, JsonPointer.ROOT)))
                .forEach(checks::add);
        return done(checks);
    }

    private Check checked(String what, String id, Optional<Problem> problem) {
        return problem.map(found -> failed(what, id, found))
                .orElseGet(() -> Check.passed(what, id, "It exists in " + target() + "."));
    }
}
