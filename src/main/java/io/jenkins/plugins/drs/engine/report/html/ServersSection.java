package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.InstanceResult;
import io.jenkins.plugins.drs.engine.result.Launch;
import io.jenkins.plugins.drs.engine.result.Place;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.ServerResult.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every server, those that failed first. */
final class ServersSection {
    private static final List<Status> ORDER = List.of(
            Status.FAILED, Status.NOT_REACHED, Status.LAUNCHING, Status.LAUNCHED, Status.SELECTED, Status.VALIDATED);

    private final HtmlWriter html;
    private final DrillResult result;
    private final Table table;

    ServersSection(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.result = result;
        this.table = new Table(html);
    }

    void write() {
        if (result.sourceServers().isEmpty()) {
            return;
        }
        html.in(
                "section",
                () -> {
                    html.element("h2", "Servers", "id", "servers");
                    List<ServerResult> servers = result.sourceServers().stream()
                            .sorted(Comparator.comparing(server -> ORDER.indexOf(server.status())))
                            .toList();
                    List<String> headings = List.of(
                            "Server", "Status", "Wave", "Where", "Time taken", "RPO", "Recovery instance", "Details");
                    table.of("Servers, failed ones first", headings, servers, this::row);
                },
                "aria-labelledby",
                "servers");
        html.line();
    }

    private void row(ServerResult server) {
        html.in(
                "th",
                () -> {
                    html.text(server.identity().label());
                    html.element("code", server.identity().sourceServerId(), "class", "under");
                },
                "scope",
                "row");
        table.badge(Tone.of(server.status()), Words.of(server.status()));
        table.cell(server.identity().wave());
        html.in("td", () -> place(server.identity().target()));
        table.number(Words.length(server.launch().timing()));
        html.in("td", () -> rpo(server), "class", "number");
        html.in("td", () -> instance(server.recoveryInstance()));
        html.in("td", () -> details(server));
    }

    private void place(Place target) {
        html.text(target.region());
        target.accountId().ifPresent(account -> html.element("code", account, "class", "under"));
    }

    private void rpo(ServerResult server) {
        html.text(Words.length(server.rpo().flatMap(rpo -> rpo.reached())));
        if (server.rpo().filter(rpo -> rpo.missed()).isPresent()) {
            Tone.BAD.badge(html, "missed");
        }
    }

    private void instance(Optional<InstanceResult> instance) {
        if (instance.isEmpty()) {
            html.text(Words.NONE);
            return;
        }
        html.element("code", instance.get().instanceId());
        instance.get().machine().privateIp().ifPresent(ip -> html.text(" " + ip));
        if (instance.get().terminatedAt().isPresent()) {
            html.element("span", " taken down", "class", "quiet");
        }
    }

    private void details(ServerResult server) {
        server.failure().ifPresent(failure -> {
            html.element("p", failure.reason());
            failure.rawError().ifPresent(error -> html.element("p", "AWS said: " + error, "class", "quiet"));
        });
        String phases = phases(server.launch().launchPhases());
        if (!phases.isEmpty()) {
            html.element("p", phases, "class", "quiet");
        }
        server.launch()
                .settingsChanged()
                .forEach(change -> html.element(
                        "p",
                        "Set " + change.setting() + " to " + change.to()
                                + change.from().map(from -> ", was " + from).orElse(""),
                        "class",
                        "quiet"));
    }

    private static String phases(List<Launch.Phase> phases) {
        return phases.stream()
                .map(phase -> phase.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + Words.length(phase.timing()) + (phase.failed() ? " FAILED" : ""))
                .collect(Collectors.joining(", "));
    }
}
