package io.jenkins.plugins.drs.engine.online;

import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.online.ConfigurationPlaces.PlacedGroup;
import io.jenkins.plugins.drs.engine.online.ConfigurationPlaces.Places;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which servers groups select now. */
final class SelectedServers {
    private final Map<String, Set<String>> serversOfGroup = new HashMap<>();
    private final Map<String, Boolean> byTags = new HashMap<>();
    private final List<Problem> problems;

    SelectedServers(List<Problem> problems) {
        this.problems = problems;
    }

    void select(List<SourceServer> servers, Places places) {
        Set<String> known = servers.stream().map(SourceServer::sourceServerId).collect(Collectors.toSet());
        places.groups().forEach(placed -> {
            ServerSelection selection = placed.group().selection();
            Set<String> selected = servers.stream()
                    .filter(server -> selection.selects(server.sourceServerId(), server.tags()))
                    .map(server -> placed.group().target().key() + "/" + server.sourceServerId())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            String key = ConfigurationPlaces.key(placed.group().groupName());
            serversOfGroup.put(key, selected);
            byTags.put(key, !selection.tags().isEmpty());
            ids(placed, known);
            if (selected.isEmpty() && !selection.tags().isEmpty()) {
                problems.add(Problem.error(
                        placed.at().child("serverSelectionTags").text(),
                        "No source server of " + placed.group().target() + " has these tags",
                        "Correct them, or tag the servers in DRS"));
            }
        });
    }

    private void ids(PlacedGroup placed, Set<String> known) {
        List<String> ids = placed.group().selection().sourceServerIds();
        for (int index = 0; index < ids.size(); index++) {
            if (!known.contains(ids.get(index))) {
                problems.add(Problem.error(
                        placed.at().child("sourceServerIds").child(index).text(),
                        "There is no source server " + Shown.quoted(ids.get(index)) + " in "
                                + placed.group().target(),
                        "Correct the id, or remove it"));
            }
        }
    }

    /** Servers in two groups of one plan. Where both groups name them by id, validation has told that already. */
    void overlaps(DrConfiguration configuration) {
        JsonPointer plans = JsonPointer.ROOT.child("recoveryPlans");
        for (int index = 0; index < configuration.recoveryPlans().size(); index++) {
            overlaps(
                    configuration.recoveryPlans().get(index), plans.child(index).child("waves"));
        }
    }

    private void overlaps(RecoveryPlan plan, JsonPointer at) {
        Map<String, String> groupOfServer = new HashMap<>();
        for (int index = 0; index < plan.waves().size(); index++) {
            Wave wave = plan.waves().get(index);
            for (int place = 0; place < wave.protectionGroupNames().size(); place++) {
                String group = wave.protectionGroupNames().get(place);
                overlaps(
                        group,
                        groupOfServer,
                        at.child(index).child("protectionGroupNames").child(place));
            }
        }
    }

    private void overlaps(String group, Map<String, String> groupOfServer, JsonPointer at) {
        Set<String> servers = serversOfGroup.getOrDefault(ConfigurationPlaces.key(group), Set.of());
        for (String server : servers) {
            String other = groupOfServer.putIfAbsent(server, group);
            if (other != null && (isByTags(group) || isByTags(other))) {
                problems.add(Problem.error(
                        at.text(),
                        "The server " + Shown.quoted(server.substring(server.lastIndexOf('/') + 1))
                                + " is selected by the groups " + Shown.quoted(other) + " and " + Shown.quoted(group),
                        "Put each server in one group of the plan"));
                return;
            }
        }
    }

    private boolean isByTags(String group) {
        return byTags.getOrDefault(ConfigurationPlaces.key(group), false);
    }
}
