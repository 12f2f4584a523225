package io.jenkins.plugins.drs.engine.online;

import io.jenkins.plugins.drs.engine.aws.ComputeGateway;
import io.jenkins.plugins.drs.engine.aws.ComputeGateway.SubnetRange;
import io.jenkins.plugins.drs.engine.online.ConfigurationPlaces.PlacedGroup;
import io.jenkins.plugins.drs.engine.online.ConfigurationPlaces.Places;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the subnets and security groups of one target are there, and static addresses are within their subnets. */
final class NetworkExistence {
    private final Target target;
    private final List<Problem> problems;

    NetworkExistence(Target target, List<Problem> problems) {
        this.target = target;
        this.problems = problems;
    }

    /** Launch settings where they are written, with those that hold for the servers in the end. */
    private record Written(LaunchSettings settings, LaunchSettings effective, JsonPointer at) {}

    void check(ComputeGateway compute, Places places) {
        List<Written> all = new ArrayList<>();
        places.groups().forEach(group -> all.addAll(written(group)));
        Set<String> subnetIds = all.stream()
                .flatMap(written -> written.effective().subnetId().stream())
                .collect(Collectors.toSet());
        Set<String> groupIds = all.stream()
                .flatMap(written -> written.settings().securityGroupIds().stream())
                .collect(Collectors.toSet());
        Map<String, SubnetRange> subnets = subnetIds.isEmpty() ? Map.of() : compute.subnets(subnetIds);
        Set<String> securityGroups = groupIds.isEmpty() ? Set.of() : compute.existingSecurityGroups(groupIds);
        all.forEach(written -> {
            subnet(written, subnets);
            securityGroups(written, securityGroups);
            address(written, subnets);
        });
    }

    private static List<Written> written(PlacedGroup placed) {
        List<Written> all = new ArrayList<>();
        LaunchSettings ofGroup = placed.group().launchSettings();
        all.add(new Written(ofGroup, ofGroup, placed.at().child("launchConfig")));
        int index = 0;
        for (Map.Entry<String, LaunchSettings> server :
                placed.group().serverOverrides().entrySet()) {
            JsonPointer at = placed.at().child("servers").child(index++).child("launchConfig");
            all.add(new Written(server.getValue(), placed.group().settingsFor(server.getKey()), at));
        }
        return all;
    }

    private void subnet(Written written, Map<String, SubnetRange> subnets) {
        written.settings()
                .subnetId()
                .filter(id -> !subnets.containsKey(id))
                .ifPresent(id -> problems.add(Problem.error(
                        written.at().child("subnetId").text(),
                        "There is no subnet " + Shown.quoted(id) + " in " + target,
                        "Create it, or correct the id")));
    }

    private void securityGroups(Written written, Set<String> securityGroups) {
        List<String> ids = written.settings().securityGroupIds();
        for (int index = 0; index < ids.size(); index++) {
            if (!securityGroups.contains(ids.get(index))) {
                problems.add(Problem.error(
                        written.at().child("securityGroupIds").child(index).text(),
                        "There is no security group " + Shown.quoted(ids.get(index)) + " in " + target,
                        "Create it, or correct the id"));
            }
        }
    }

    private void address(Written written, Map<String, SubnetRange> subnets) {
        SubnetRange range = written.effective().subnetId().map(subnets::get).orElse(null);
        written.settings()
                .staticPrivateIp()
                .filter(address -> range != null && !range.offers(address))
                .ifPresent(address -> problems.add(Problem.error(
                        written.at().child("staticPrivateIp").text(),
                        "The subnet " + range.cidr() + " does not offer the address " + Shown.quoted(address),
                        "Choose an address of the subnet; its first four and its last are reserved by AWS")));
    }
}
