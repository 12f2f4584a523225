package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.DataAge;
import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.InstanceResult;
import io.jenkins.plugins.drs.engine.result.Launch;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of one server besides its row, folded away; why it failed stands in sight. Of very many servers it is lines of
 * text: a browser needs its time for each element.
 */
final class ServerDetails {
    private final HtmlWriter html;
    private final boolean many;
    private final List<String> lines = new ArrayList<>();

    /** @param many whether there are very many servers */
    ServerDetails(HtmlWriter html, boolean many) {
        this.html = html;
        this.many = many;
    }

    String files() {
        return html.files();
    }

    void write(ServerResult server) {
        server.failure().ifPresent(failure -> {
            html.element("p", failure.reason());
            failure.rawError().ifPresent(error -> html.element("p", "AWS said: " + error, "class", "quiet"));
        });
        String label = server.identity().label();
        html.in("details", () -> {
            html.element("summary", "Details", "aria-label", "Details of " + label);
            if (many) {
                lines.clear();
                facts(server);
                html.in("p", () -> html.lines(String.join("\n", lines)), "class", "lines");
                html.element("p", "Proof: " + Proof.all(server.proof().evidence()), "class", "proof");
            } else {
                html.in("dl", () -> {
                    facts(server);
                    html.element("dt", "Proof")
                            .element("dd", Proof.all(server.proof().evidence()), "class", "proof");
                });
            }
        });
    }

    private void facts(ServerResult server) {
        server.launch().drsJob().ifPresent(job -> fact("Job", job.jobId() + ", " + job.launchStatus()));
        fact("Launch", phases(server.launch().launchPhases()));
        fact("Validation", health(server.recoveryInstance()));
        server.recoveryPoint().dataAge().ifPresent(age -> fact("Data", data(server, age)));
        fact("Replication", replication(server.replication()));
        settings(server.launch().settingsChanged());
    }

    private void fact(String name, String value) {
        if (!value.isEmpty() && many) {
            lines.add(name + ": " + value);
        } else if (!value.isEmpty()) {
            html.element("dt", name).element("dd", value);
        }
    }

    private static String phases(List<Launch.Phase> phases) {
        return phases.stream()
                .map(phase -> phase.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + Words.length(phase.timing()) + (phase.failed() ? " FAILED" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String health(Optional<InstanceResult> instance) {
        return instance.flatMap(InstanceResult::validation)
                .map(health -> instance.get()
                                .machine()
                                .instanceType()
                                .map(type -> type + " ")
                                .orElse("")
                        + health.state().toLowerCase(Locale.ROOT) + ", instance check " + health.instanceCheck()
                        + ", system check " + health.systemCheck()
                        + health.agentOnline()
                                .map(online -> online ? ", SSM agent online" : ", SSM agent offline")
                                .orElse(""))
                .orElse("");
    }

    private static String data(ServerResult server, DataAge age) {
        InstanceResult.Data data = server.recoveryInstance()
                .map(InstanceResult::data)
                .orElse(new InstanceResult.Data(Optional.empty(), Optional.empty()));
        String snapshot = age.snapshotAge().isZero()
                ? "snapshot taken after the launch was requested"
                : "snapshot " + Durations.text(age.snapshotAge()) + " older than the launch";
        String lag = age.lag()
                .map(it -> it.isZero() ? "no replication lag" : "replication lag " + Durations.text(it))
                .orElse("replication lag not known");
        return snapshot + (age.previousSnapshot() ? " (DRS could not take a new one)" : "") + ", " + lag + "; as of "
                + Words.moment(data.pointInTime())
                + data.snapshotId().map(id -> ", " + id).orElse("");
    }

    private static String replication(ServerResult.Replication replication) {
        return replication.state()
                + replication
                        .lag()
                        .map(lag -> ", " + Durations.text(lag) + " behind")
                        .orElse("");
    }

    private void settings(List<Launch.Change> changes) {
        changes.forEach(change -> fact(
                "Setting changed",
                change.setting() + ": " + change.to()
                        + change.from().map(from -> ", was " + from).orElse("")));
    }
}
