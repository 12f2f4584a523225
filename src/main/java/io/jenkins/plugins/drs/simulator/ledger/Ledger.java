package io.jenkins.plugins.drs.simulator.ledger;

import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEndEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.CallEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.InstanceEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobStart;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.Peak;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.TerminationEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the world writes down what happens. Guarded by the world's lock. */
public final class Ledger {
    private final List<CallEntry> calls = new ArrayList<>();
    private final List<LaunchEntry> launches = new ArrayList<>();
    private final List<AutomationEntry> automations = new ArrayList<>();
    private final List<TerminationEntry> terminations = new ArrayList<>();
    private final List<JobStart> jobStarts = new ArrayList<>();
    private final List<JobEntry> jobs = new ArrayList<>();
    private final List<AutomationEndEntry> automationEnds = new ArrayList<>();
    private final Map<String, Peak> peaks = new TreeMap<>();

    public void add(CallEntry entry) {
        calls.add(entry);
    }

    public void add(LaunchEntry entry) {
        launches.add(entry);
    }

    public void add(AutomationEntry entry) {
        automations.add(entry);
    }

    public void add(TerminationEntry entry) {
        terminations.add(entry);
    }

    public void add(JobEntry entry) {
        jobs.add(entry);
    }

    public void add(AutomationEndEntry entry) {
        automationEnds.add(entry);
    }

    /** Notes the job, and how much is active at once. */
    public void add(JobStart entry) {
        jobStarts.add(entry);
        active(entry.account(), entry.region(), entry.activeJobs(), entry.activeServers());
    }

    private void active(String account, String region, int jobs, int servers) {
        Peak before = peaks.getOrDefault(account + " " + region, new Peak(account, region, 0, 0));
        peaks.put(account + " " + region, before.raisedTo(jobs, servers));
    }

    /** All of it so far, beside the instances that exist now. */
    public SimulatorRecord snapshot(List<InstanceEntry> instances) {
        return new SimulatorRecord(
                List.copyOf(calls),
                List.copyOf(launches),
                List.copyOf(automations),
                List.copyOf(terminations),
                List.copyOf(instances),
                List.copyOf(peaks.values()),
                List.copyOf(jobs),
                List.copyOf(automationEnds),
                List.copyOf(jobStarts));
    }
}
