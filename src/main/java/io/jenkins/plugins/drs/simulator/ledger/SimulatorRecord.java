package io.jenkins.plugins.drs.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What really happened, as the simulator knows it, up to the moment it was asked. Whatever a client
 * claims can be held against it.
 *
 * @param jobs those that have ended
 * @param automationEnds automations that have ended
 * @param instances every instance that is not terminated, those of the environment included
 */
public record SimulatorRecord(
        List<CallEntry> calls,
        List<LaunchEntry> launches,
        List<AutomationEntry> automations,
        List<TerminationEntry> terminations,
        List<InstanceEntry> instances,
        List<Peak> peaks,
        List<JobEntry> jobs,
        List<AutomationEndEntry> automationEnds,
        List<JobStart> jobStarts) {

    /** Drill instances that still exist: after a drill, a good client leaves none. */
    @JsonIgnore
    public List<InstanceEntry> drillInstances() {
        return instances.stream().filter(InstanceEntry::drill).toList();
    }

    /** Instances of real recoveries that a later launch deleted. Must always be empty. */
    @JsonIgnore
    public List<TerminationEntry> destroyedRecoveries() {
        return terminations.stream()
                .filter(entry -> !entry.drill() && entry.cause() == TerminationEntry.Cause.REPLACED)
                .toList();
    }

    /** Calls of an operation, in order. */
    public List<CallEntry> calls(String operation) {
        return calls.stream().filter(call -> operation.equals(call.operation())).toList();
    }

    /** The peak of an account's Region; zero where nothing ran. */
    public Peak peak(String account, String region) {
        return peaks.stream()
                .filter(peak -> peak.account().equals(account) && peak.region().equals(region))
                .findFirst()
                .orElse(new Peak(account, region, 0, 0));
    }

    /**
     * One automation that has ended, well or badly.
     *
     * @param started when it was asked for
     */
    public record AutomationEndEntry(
            Instant started, Instant ended, String account, String region, String executionId, String document) {}

    /** One automation that was really started; a repeated start with the same client token adds none. */
    public record AutomationEntry(
            Instant time, String account, String region, String executionId, String document, String clientToken) {}

    /**
     * One call that reached the simulator.
     *
     * @param operation null where the caller was refused before the request was read
     * @param outcome {@code OK} or the error code that was answered
     * @param fault kind of the fault that struck it, or null
     */
    public record CallEntry(
            Instant time,
            String service,
            String operation,
            String account,
            String region,
            String requestId,
            String outcome,
            String fault) {}

    /**
     * An instance that exists now.
     *
     * @param jobId the job that launched it
     * @param state EC2 state, such as {@code running}
     */
    public record InstanceEntry(
            String account,
            String region,
            String instanceId,
            String sourceServerId,
            String jobId,
            boolean drill,
            String state,
            Instant launchTime) {}

    /**
     * One job that somebody asked for and that has ended.
     *
     * @param type {@code LAUNCH} or {@code TERMINATE}
     */
    public record JobEntry(
            Instant created,
            Instant ended,
            String account,
            String region,
            String jobId,
            String type,
            List<String> sourceServerIds) {
        public JobEntry {
            sourceServerIds = List.copyOf(sourceServerIds);
        }
    }

    /**
     * One job that was let in, whoever started it.
     *
     * @param purpose such as {@code START_DRILL} or {@code TERMINATE_RECOVERY_INSTANCES}
     * @param activeJobs jobs in progress in the account's Region right after, this one included
     * @param activeServers servers in those jobs
     */
    public record JobStart(
            Instant time,
            String account,
            String region,
            String jobId,
            String purpose,
            List<String> sourceServerIds,
            Map<String, String> tags,
            int activeJobs,
            int activeServers) {

        public JobStart {
            sourceServerIds = List.copyOf(sourceServerIds);
            tags = Map.copyOf(tags);
        }
    }

    /**
     * One instance that came up for a source server.
     *
     * @param ready when its EC2 status checks pass; null when they never do
     */
    public record LaunchEntry(
            Instant time,
            String account,
            String region,
            String sourceServerId,
            String jobId,
            String instanceId,
            boolean drill,
            Instant ready) {}

    /** Most jobs and most servers in jobs that were ever active together in an account's Region. */
    public record Peak(String account, String region, int jobs, int servers) {

        Peak raisedTo(int otherJobs, int otherServers) {
            return new Peak(account, region, Math.max(jobs, otherJobs), Math.max(servers, otherServers));
        }
    }

    /** One recovery instance that was taken down. */
    public record TerminationEntry(
            Instant time,
            String account,
            String region,
            String sourceServerId,
            String jobId,
            String instanceId,
            boolean drill,
            Cause cause) {

        /** Why it went. */
        public enum Cause {
            /** Somebody asked for it with TerminateRecoveryInstances. */
            TERMINATED,
            /** A new launch of the same server deleted it. With {@code drill=false} that destroyed production. */
            REPLACED
        }
    }
}
