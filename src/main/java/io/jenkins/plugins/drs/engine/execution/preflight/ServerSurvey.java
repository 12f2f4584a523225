package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.SelectedServer;
import io.jenkins.plugins.drs.engine.execution.preflight.PlanScope.Member;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Picks the servers of a target for the plan's waves and collects what is to be said of them. */
final class ServerSurvey {
    private static final String SELECTION = "Selection";

    private final ServerExamination examination;
    private final List<Check> checks = new ArrayList<>();
    private final Map<String, SelectedServer> selected = new HashMap<>();
    private final List<SelectedServer> inOrder = new ArrayList<>();

    ServerSurvey(ServerExamination examination) {
        this.examination = examination;
    }

    /** Adds the servers of one group of one wave. */
    void select(Member member, List<SourceServer> servers) {
        ServerSelection selection = member.group().selection();
        List<SourceServer> found = servers.stream()
                .filter(server -> selection.selects(server.sourceServerId(), server.tags()))
                .toList();
        checks.add(selectionCheck(member, found.size()));
        reportUnknown(member, found);
        if (!selection.tags().isEmpty()) {
            servers.stream()
                    .filter(server -> !server.tagsListed())
                    .forEach(server -> checks.add(untold(member, server)));
        }
        found.forEach(server -> add(member, server));
    }

    private Check selectionCheck(Member member, int found) {
        String group = member.group().groupName();
        if (found > 0) {
            return Check.passed(
                    SELECTION,
                    group,
                    "Selects " + Shown.count(found, "server") + " for "
                            + member.wave().waveName() + ".");
        }
        return Check.failed(
                SELECTION,
                group,
                "No source server in " + member.group().target() + " matches " + described(member) + ".",
                "Tag the source servers in Elastic Disaster Recovery, or correct the group's selection.");
    }

    private static String described(Member member) {
        ServerSelection selection = member.group().selection();
        return selection.tags().isEmpty() ? "the ids " + selection.sourceServerIds() : "the tags " + selection.tags();
    }

    private void reportUnknown(Member member, List<SourceServer> found) {
        Set<String> unknown = new HashSet<>(member.group().selection().sourceServerIds());
        found.forEach(server -> unknown.remove(server.sourceServerId()));
        unknown.stream().sorted().forEach(id -> checks.add(unknownServer(member, id)));
    }

    private static Check untold(Member member, SourceServer server) {
        return Check.failed(
                SELECTION,
                ServerExamination.named(server.sourceServerId(), server.hostname()),
                "AWS listed no tags of this server in " + member.group().target() + ", so whether group "
                        + member.group().groupName() + " selects it is not known.",
                "Try again. If its tags are still missing, give it a tag in Elastic Disaster Recovery, or select the"
                        + " servers of the group by their ids.");
    }

    private static Check unknownServer(Member member, String id) {
        return Check.failed(
                "Known server",
                id,
                "Source server " + id + " of group " + member.group().groupName() + " is not known in "
                        + member.group().target() + ".",
                "Correct the id, or the group's Region and account.");
    }

    private void add(Member member, SourceServer server) {
        SelectedServer candidate = new SelectedServer(
                member.wave().waveName(),
                member.group().groupName(),
                server.sourceServerId(),
                server.hostname(),
                member.group().target(),
                server.replicationState(),
                server.lag());
        SelectedServer other = selected.putIfAbsent(server.sourceServerId(), candidate);
        if (other == null) {
            inOrder.add(candidate);
            checks.addAll(examination.examine(server));
        } else if (!other.wave().equals(candidate.wave())) {
            checks.add(twice(other, candidate));
        }
    }

    private static Check twice(SelectedServer first, SelectedServer second) {
        return Check.failed(
                "One wave per server",
                ServerExamination.named(first.sourceServerId(), first.hostname()),
                "It is in wave " + first.wave() + " (group " + first.protectionGroup() + ") and in wave "
                        + second.wave() + " (group " + second.protectionGroup() + ").",
                "Change the selection of one of the groups, so that the server is launched once.");
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    List<SelectedServer> selected() {
        return List.copyOf(inOrder);
    }
}
