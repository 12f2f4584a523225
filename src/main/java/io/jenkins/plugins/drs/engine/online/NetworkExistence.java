package io.jenkins.plugins.drs.engine.online;

import io.jenkins.plugins.drs.engine.aws.ComputeGateway;
import io.jenkins.plugins.drs.engine.aws.NamedNetwork;
import io.jenkins.plugins.drs.engine.online.ConfigurationPlaces.PlacedGroup;
import io.jenkins.plugins.drs.engine.online.ConfigurationPlaces.Places;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.Problem;
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
        NamedNetwork network = NamedNetwork.read(compute, target, subnetIds, groupIds);
        all.forEach(written -> check(written, network));
    }

    private void check(Written written, NamedNetwork network) {
        LaunchSettings settings = written.settings();
        JsonPointer at = written.at();
        settings.subnetId()
                .flatMap(id -> network.subnet(id, at.child("subnetId")))
                .ifPresent(problems::add);
        List<String> ids = settings.securityGroupIds();
        for (int index = 0; index < ids.size(); index++) {
            network.securityGroup(ids.get(index), at.child("securityGroupIds").child(index))
                    .ifPresent(problems::add);
        }
        settings.staticPrivateIp()
                .flatMap(address -> written.effective()
                        .subnetId()
                        .flatMap(subnet -> network.address(address, subnet, at.child("staticPrivateIp"))))
                .ifPresent(problems::add);
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
}
