package io.jenkins.plugins.drs.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

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
}
