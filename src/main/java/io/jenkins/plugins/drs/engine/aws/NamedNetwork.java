package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.aws.ComputeGateway.SubnetRange;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one target has of the network that launch settings name. Preflight and online validation ask the same and say the
 * same of it.
 */
public record NamedNetwork(Target target, Map<String, SubnetRange> subnets, Set<String> securityGroups) {

    /** Reads what is there of these ids; nothing is called for no ids. */
    public static NamedNetwork read(
            ComputeGateway compute, Target target, Set<String> subnetIds, Set<String> securityGroupIds) {
        return new NamedNetwork(
                target,
                subnetIds.isEmpty() ? Map.of() : compute.subnets(subnetIds),
                securityGroupIds.isEmpty() ? Set.of() : compute.existingSecurityGroups(securityGroupIds));
    }

    /** That a subnet does not exist; empty when it does. */
    public Optional<Problem> subnet(String id, JsonPointer at) {
        return subnets.containsKey(id)
                ? Optional.empty()
                : Optional.of(Problem.error(
                        at.text(),
                        "There is no subnet " + Shown.quoted(id) + " in " + target,
                        "Create it, or correct the id"));
    }

    /** That a security group does not exist; empty when it does. */
    public Optional<Problem> securityGroup(String id, JsonPointer at) {
        return securityGroups.contains(id)
                ? Optional.empty()
                : Optional.of(Problem.error(
                        at.text(),
                        "There is no security group " + Shown.quoted(id) + " in " + target,
                        "Create it, or correct the id"));
    }

    /** That a subnet does not offer an address; empty when it does, and when there is no such subnet. */
    public Optional<Problem> address(String address, String subnetId, JsonPointer at) {
        SubnetRange range = subnets.get(subnetId);
        return range == null || range.offers(address)
                ? Optional.empty()
                : Optional.of(Problem.error(
                        at.text(),
                        "The subnet " + range.cidr() + " does not offer the address " + Shown.quoted(address),
                        "Choose an address of the subnet; its first four and its last are reserved by AWS"));
    }
}
