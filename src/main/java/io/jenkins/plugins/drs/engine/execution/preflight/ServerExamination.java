package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchTags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says whether one source server may be launched now. */
final class ServerExamination {
    private static final String REPLICATION = "Replication";
    private static final String INSTANCE = "Existing instance";
    private static final Set<String> GONE = Set.of("TERMINATED", "NOT_FOUND");

    private final ServerRules rules;
    private final DrillInstance.Owners owners;
    private final Map<String, RecoveryJob> jobs = new HashMap<>();
    private final Map<String, RecoveryJob> jobOfServer = new HashMap<>();
    private final Map<String, RecoveryInstance> instanceOfServer = new HashMap<>();

    /** @param knownJobs those in progress, and those that launched the instances as far as AWS lists them */
    ServerExamination(
            ServerRules rules,
            List<RecoveryJob> knownJobs,
            List<RecoveryInstance> instances,
            DrillInstance.Owners owners) {
        this.rules = rules;
        this.owners = owners;
        knownJobs.forEach(job -> jobs.put(job.jobId(), job));
        knownJobs.stream().filter(job -> !job.isCompleted()).forEach(job -> job.servers()
                .forEach(server -> jobOfServer.put(server.sourceServerId(), job)));
        instances.stream()
                .filter(instance -> !GONE.contains(instance.ec2State()))
                .forEach(instance -> instanceOfServer.merge(
                        instance.sourceServerId(), instance, (one, other) -> one.drill() ? other : one));
    }

    static String named(String id, String hostname) {
        return hostname.isEmpty() ? id : hostname + " (" + id + ")";
    }

    List<Check> examine(SourceServer server) {
        List<Check> checks = new ArrayList<>();
        checks.add(replication(server));
        lag(server).ifPresent(checks::add);
        activeJob(server).ifPresent(checks::add);
        existingInstance(server).ifPresent(checks::add);
        return checks;
    }

    private Check replication(SourceServer server) {
        String state = server.replicationState();
        if (state.equals("CONTINUOUS")) {
            return Check.passed(REPLICATION, name(server), "Replicates continuously" + lagText(server) + ".");
        }
        String message = "Its data replication is " + state
                + server.replicationError().map(error -> " (" + error + ")").orElse("") + ", not CONTINUOUS.";
        String remedy = "Put its replication right in Elastic Disaster Recovery, or take it out of the plan.";
        return rules.anyReplicationState()
                ? Check.warning(REPLICATION, name(server), message, remedy)
                : Check.failed(REPLICATION, name(server), message, remedy);
    }

    private static String lagText(SourceServer server) {
        return server.lag().map(lag -> ", " + lag.toSeconds() + " s behind").orElse("");
    }

    private Optional<Check> lag(SourceServer server) {
        Duration lag = server.lag().orElse(Duration.ZERO);
        if (rules.maxLag().isEmpty() || lag.compareTo(rules.maxLag().get()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Check.failed(
                "Recovery point",
                name(server),
                "It is " + lag.toSeconds() + " s behind, more than the recovery point objective of "
                        + rules.maxLag().get().toSeconds() + " s.",
                "Wait until replication has caught up, or give it more bandwidth."));
    }

    private Optional<Check> activeJob(SourceServer server) {
        return Optional.ofNullable(jobOfServer.get(server.sourceServerId()))
                .map(job -> Check.failed(
                        "No other job",
                        name(server),
                        "It is in job " + job.jobId() + executionOf(job)
                                + ", and DRS allows one job at a time for each server.",
                        "Wait until that job has ended."));
    }

    private static String executionOf(RecoveryJob job) {
        String execution = job.tags().get(LaunchTags.EXECUTION);
        return execution == null ? "" : " of execution " + execution;
    }

    private Optional<Check> existingInstance(SourceServer server) {
        RecoveryInstance instance = instanceOfServer.get(server.sourceServerId());
        if (instance == null) {
            return Optional.empty();
        }
        return Optional.of(
                instance.drill()
                        ? DrillInstance.of(instance, jobs, owners)
                                .check(INSTANCE, name(server), rules.replaceLeftovers())
                        : realInstance(server, instance));
    }

    private static Check realInstance(SourceServer server, RecoveryInstance instance) {
        return Check.failed(
                INSTANCE,
                name(server),
                "Recovery instance " + instance.recoveryInstanceId() + " (" + instance.ec2State()
                        + ") comes from a real recovery, and a launch would delete it.",
                "Fail back or disconnect that instance first; a drill never touches it.");
    }

    private static String name(SourceServer server) {
        return named(server.sourceServerId(), server.hostname());
    }
}
