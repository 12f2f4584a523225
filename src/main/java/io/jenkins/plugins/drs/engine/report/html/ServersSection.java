package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.InstanceResult;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import io.jenkins.plugins.drs.engine.result.ServerResult.Status;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every server: those that need attention first, the others by wave. With scripts the tables become one that can be
 * sorted and filtered.
 */
final class ServersSection {
    private static final int FEW = 40;
    /** From here on, what is folded away is text without elements of its own. */
    private static final int MANY = 200;

    private static final List<Status> ORDER = List.of(
            Status.FAILED, Status.NOT_REACHED, Status.LAUNCHING, Status.LAUNCHED, Status.SELECTED, Status.VALIDATED);
    private static final List<String> HEADINGS =
            List.of("Server", "Status", "Wave", "Where", "Time taken", "RPO", "Recovery instance", "Details");

    private final HtmlWriter html;
    private final DrillResult result;
    private final Table table;
    private final ServerDetails details;

    ServersSection(HtmlWriter html, DrillResult result) {
        this.html = html;
        this.result = result;
        this.table = new Table(html);
        this.details = new ServerDetails(html, result.sourceServers().size() > MANY);
    }

    void write() {
        if (result.sourceServers().isEmpty()) {
            return;
        }
        html.in("section", this::content, "aria-labelledby", "servers", "class", "servers");
        html.line();
    }

    private void content() {
        html.element("h2", "Servers", "id", "servers");
        html.in("p", () -> html.text("All of it for spreadsheets and programs: ")
                .element("a", "servers.csv", "href", details.files() + "servers.csv")
                .text("."));
        List<ServerResult> sorted = result.sourceServers().stream()
                .sorted(Comparator.comparing(server -> ORDER.indexOf(server.status())))
                .toList();
        if (sorted.size() <= FEW) {
            rows("Servers, failed ones first", sorted);
            return;
        }
        List<ServerResult> others = sorted.stream()
                .filter(server -> server.status() != Status.VALIDATED)
                .toList();
        if (!others.isEmpty()) {
            rows("Servers that are not recovered", others);
        }
        result.waveResults().forEach(wave -> wave(wave.waveName()));
    }

    private void wave(String name) {
        List<ServerResult> validated = result.serversOf(name).stream()
                .filter(server -> server.status() == Status.VALIDATED)
                .toList();
        if (!validated.isEmpty()) {
            html.in("details", () -> {
                html.element("summary", "Wave " + name + ", servers recovered: " + validated.size());
                rows("Servers recovered in wave " + name, validated);
            });
        }
    }

    private void rows(String caption, List<ServerResult> servers) {
        table.sortable(caption, HEADINGS, servers, this::row);
    }

    private void row(ServerResult server) {
        html.in("th", () -> name(server), "scope", "row");
        html.in(
                "td",
                () -> Tone.of(server.status()).badge(html, Words.of(server.status())),
                "data-sort",
                String.valueOf(ORDER.indexOf(server.status())));
        table.cell(server.identity().wave());
        html.in("td", () -> place(server.identity().target()));
        seconds(server.launch().timing().length(), Words.length(server.launch().timing()));
        html.in("td", () -> rpo(server), "class", "number", "data-sort", sortable(reached(server)));
        html.in("td", () -> instance(server.recoveryInstance()));
        html.in("td", () -> details.write(server));
    }

    private void name(ServerResult server) {
        html.text(server.identity().label());
        if (!server.identity().hostname().isBlank()) {
            html.element("code", server.identity().sourceServerId(), "class", "under");
        }
    }

    private void place(Target target) {
        html.text(target.region());
        target.accountId().ifPresent(account -> html.element("code", account, "class", "under"));
    }

    private void seconds(Optional<Duration> length, String text) {
        html.element("td", text, "class", "number", "data-sort", sortable(length));
    }

    /** Milliseconds; what is not known comes before everything else. */
    private static String sortable(Optional<Duration> length) {
        return String.valueOf(length.map(Duration::toMillis).orElse(-1L));
    }

    private static Optional<Duration> reached(ServerResult server) {
        return server.rpo().flatMap(rpo -> rpo.reached());
    }

    private void rpo(ServerResult server) {
        Optional<Duration> reached = reached(server);
        html.text(reached.isPresent() || server.rpo().isEmpty() ? Words.length(reached) : "not known");
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
            html.element("span", " terminated", "class", "quiet");
        }
    }
}
