package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.result.AuditSummary.Call;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.InstanceResult;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Results for spreadsheets: instants in ISO 8601, durations in seconds. */
public final class CsvFiles {
    private CsvFiles() {}

    /** The text of {@code servers.csv}: a row for each server, in plan order. */
    public static String servers(DrillResult result) {
        Csv csv = new Csv(
                "sourceServerID",
                "hostname",
                "wave",
                "protectionGroup",
                "accountId",
                "region",
                "status",
                "jobID",
                "launchAsked",
                "ended",
                "recoverySeconds",
                "instanceId",
                "privateIp",
                "pointInTime",
                "snapshotId",
                "snapshotAgeSeconds",
                "lagSeconds",
                "rpoSeconds",
                "rpoMet",
                "failureStage",
                "failure",
                "decidedByEvent");
        result.sourceServers().forEach(server -> server(csv, server));
        return csv.toString();
    }

    private static void server(Csv csv, ServerResult server) {
        var identity = server.identity();
        var age = server.recoveryPoint().dataAge();
        Optional<InstanceResult> instance = server.recoveryInstance();
        csv.row(
                identity.sourceServerId(),
                identity.hostname(),
                identity.wave(),
                identity.protectionGroup(),
                identity.target().accountId(),
                identity.target().region(),
                server.status(),
                server.launch().drsJob().map(job -> job.jobId()),
                server.launch().timing().started(),
                server.launch().timing().ended(),
                seconds(server.launch().timing().length()),
                instance.map(InstanceResult::instanceId),
                instance.flatMap(it -> it.machine().privateIp()),
                instance.flatMap(it -> it.data().pointInTime()),
                instance.flatMap(it -> it.data().snapshotId()),
                seconds(age.map(it -> it.snapshotAge())),
                seconds(age.flatMap(it -> it.lag())),
                seconds(server.rpo().flatMap(rpo -> rpo.reached())),
                server.rpo().flatMap(rpo -> rpo.met()),
                server.failure().map(failure -> failure.stage()),
                server.failure().map(failure -> failure.reason()),
                server.proof().evidence().decidedBy());
    }

    /** The text of {@code calls.csv}: a row for each call to AWS, in the order of the journal. */
    public static String calls(DrillResult result) {
        Csv csv = new Csv(
                "event",
                "causedByEvent",
                "at",
                "service",
                "operation",
                "accountId",
                "region",
                "requestId",
                "millis",
                "outcome",
                "madeFor");
        for (Call call : result.audit().trail()) {
            var subject = call.subject();
            csv.row(
                    call.event(),
                    call.cause(),
                    call.at(),
                    subject.service(),
                    subject.operation(),
                    subject.target().accountId(),
                    subject.target().region(),
                    call.requestId(),
                    call.millis(),
                    call.outcome(),
                    call.effect());
        }
        return csv.toString();
    }

    static Optional<BigDecimal> seconds(Optional<Duration> duration) {
        return duration.map(it -> BigDecimal.valueOf(it.toMillis(), 3));
    }
}
