package io.jenkins.plugins.drs.engine.execution.validation;

import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.execution.launch.LaunchTags;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which servers have an instance of somebody else in place of the one that this execution launched. */
final class Replacements {
    private static final Set<String> GONE = Set.of("TERMINATED", "NOT_FOUND", "SHUTTING-DOWN");

    private final Map<String, ServerState> servers = new HashMap<>();

    Replacements(Collection<ServerState> launched) {
        launched.forEach(server -> servers.put(server.id(), server));
    }

    /** A failure for each server whose instance was replaced; asks AWS for the jobs where there is one. */
    List<ExecutionEvent> among(Collection<RecoveryInstance> instances, DrsGateway drs) {
        Map<String, RecoveryInstance> others = new HashMap<>(); // by source server
        Set<String> alive = instances.stream()
                .filter(instance -> !GONE.contains(instance.ec2State()))
                .map(RecoveryInstance::recoveryInstanceId)
                .collect(Collectors.toSet());
        for (RecoveryInstance instance : instances) {
            ServerState server = servers.get(instance.sourceServerId());
            boolean ours = server != null
                    && server.instanceId().filter(alive::contains).isPresent();
            if (server != null && !ours && alive.contains(instance.recoveryInstanceId())) {
                others.put(instance.sourceServerId(), instance);
            }
        }
        return others.isEmpty() ? List.of() : failures(others, drs);
    }

    private List<ExecutionEvent> failures(Map<String, RecoveryInstance> others, DrsGateway drs) {
        Set<String> ids = Stream.concat(
                        others.values().stream().map(RecoveryInstance::jobId),
                        others.keySet().stream().flatMap(id -> servers.get(id).jobId().stream()))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        Map<String, RecoveryJob> jobs =
                drs.jobs(ids).stream().collect(Collectors.toMap(RecoveryJob::jobId, Function.identity()));
        List<ExecutionEvent> events = new ArrayList<>();
        others.forEach((id, other) -> {
            RecoveryJob job = jobs.get(other.jobId());
            if (isOlder(job, servers.get(id).jobId().map(jobs::get).orElse(null))) {
                return;
            }
            events.add(new ServerFailed(
                    id,
                    FailureStage.VALIDATION,
                    "Instance " + servers.get(id).instanceId().orElse("") + " was replaced by "
                            + other.recoveryInstanceId() + ", which job " + other.jobId() + " of "
                            + (job == null ? "another tool" : LaunchTags.owner(job)) + " launched."));
        });
        return events;
    }

    /** An instance of an older job is what this execution was asked to replace, in a list that is behind. */
    private static boolean isOlder(RecoveryJob job, RecoveryJob own) {
        return job != null && own != null && job.created().isBefore(own.created());
    }
}
