package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.result.AuditSummary.Call;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.ServerResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Results and histories for spreadsheets: instants in ISO 8601, durations in seconds. */
public final class CsvFiles {
    private static final Csv<ServerResult> SERVERS = new Csv<ServerResult>()
            .column("sourceServerID", it -> it.identity().sourceServerId())
            .column("hostname", it -> it.identity().hostname())
            .column("wave", it -> it.identity().wave())
            .column("protectionGroup", it -> it.identity().protectionGroup())
            .column("accountId", it -> it.identity().target().accountId())
            .column("region", it -> it.identity().target().region())
            .column("status", ServerResult::status)
            .column("jobID", it -> it.launch().drsJob().map(job -> job.jobId()))
            .column("launchAsked", it -> it.launch().timing().started())
            .column("ended", it -> it.launch().timing().ended())
            .column("recoverySeconds", it -> seconds(it.launch().timing().length()))
            .column("instanceId", it -> it.recoveryInstance().map(instance -> instance.instanceId()))
            .column("privateIp", it -> it.recoveryInstance()
                    .flatMap(instance -> instance.machine().privateIp()))
            .column("pointInTime", it -> it.recoveryInstance()
                    .flatMap(instance -> instance.data().pointInTime()))
            .column("snapshotId", it -> it.recoveryInstance()
                    .flatMap(instance -> instance.data().snapshotId()))
            .column(
                    "snapshotAgeSeconds",
                    it -> seconds(it.recoveryPoint().dataAge().map(age -> age.snapshotAge())))
            .column("lagSeconds", it -> seconds(it.recoveryPoint().dataAge().flatMap(age -> age.lag())))
            .column("rpoSeconds", it -> seconds(it.rpo().flatMap(rpo -> rpo.reached())))
            .column("rpoMet", it -> it.rpo().flatMap(rpo -> rpo.met()))
            .column("failureStage", it -> it.failure().map(failure -> failure.stage()))
            .column("failure", it -> it.failure().map(failure -> failure.reason()))
            .column("decidedByEvent", it -> it.proof().evidence().decidedBy());

    private static final Csv<Call> CALLS = new Csv<Call>()
            .column("event", Call::event)
            .column("causedByEvent", Call::cause)
            .column("at", Call::at)
            .column("service", it -> it.subject().service())
            .column("operation", it -> it.subject().operation())
            .column("accountId", it -> it.subject().target().accountId())
            .column("region", it -> it.subject().target().region())
            .column("requestId", Call::requestId)
            .column("millis", Call::millis)
            .column("outcome", Call::outcome)
            .column("madeFor", Call::effect);

    private static final Csv<DrillSummary> HISTORY = new Csv<DrillSummary>()
            .column("started", it -> it.run().started())
            .column("planName", it -> it.run().planName())
            .column("executionId", it -> it.run().executionId())
            .column("status", it -> it.run().status())
            .column("simulated", it -> it.run().simulated())
            .column("servers", it -> it.run().end().servers())
            .column("serversValidated", it -> it.run().end().recovered())
            .column("rtoSeconds", it -> seconds(it.rto().reached()))
            .column("rtoObjectiveSeconds", it -> seconds(it.rto().objective()))
            .column("rtoMet", it -> it.rto().met())
            .column("rpoSeconds", it -> seconds(it.rpo().reached()))
            .column("rpoObjectiveSeconds", it -> seconds(it.rpo().objective()))
            .column("rpoMet", it -> it.rpo().met())
            .column("lostSeconds", it -> seconds(it.lost()))
            .column("traceable", DrillSummary::traceable)
            .column("configurationHash", it -> it.run().configurationHash())
            .column("answeredBy", it -> it.run().answeredBy());

    private CsvFiles() {}

    /** The text of {@code servers.csv}: a row for each server, in plan order. */
    public static String servers(DrillResult result) {
        return SERVERS.of(result.sourceServers());
    }

    /** The text of {@code calls.csv}: a row for each call to AWS, in the order of the journal. */
    public static String calls(DrillResult result) {
        return CALLS.of(result.audit().trail());
    }

    /** The text of {@code history.csv}: a row for each execution, the oldest first. */
    public static String history(List<DrillSummary> history) {
        return HISTORY.of(history.stream()
                .sorted(Comparator.comparing(drill -> drill.run().started()))
                .toList());
    }

    private static Optional<BigDecimal> seconds(Optional<Duration> duration) {
        return duration.map(it -> BigDecimal.valueOf(it.toMillis(), 3));
    }
}
