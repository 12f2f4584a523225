package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobStart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Promise 1: no server is launched twice by one execution, no automation is started twice. */
final class NothingTwice implements Promises.Promise {
    @Override
    public List<Broken> broken(Outcome outcome) {
        List<Broken> broken = new ArrayList<>();
        Set<String> ours = Promises.jobsOf(outcome);
        Map<String, String> jobOf = new HashMap<>();
        for (JobStart job : outcome.record().jobStarts()) {
            if (ours.contains(job.jobId())) {
                for (String server : job.sourceServerIds()) {
                    String earlier = jobOf.putIfAbsent(server, job.jobId());
                    if (earlier != null) {
                        broken.add(new Broken(
                                1, "Server " + server + " was launched by " + earlier + " and by " + job.jobId()));
                    }
                }
            }
        }
        Map<String, String> executionOf = new HashMap<>();
        for (AutomationEntry automation : outcome.record().automations()) {
            String earlier = executionOf.putIfAbsent(automation.document(), automation.executionId());
            if (earlier != null) {
                broken.add(new Broken(
                        1,
                        "Runbook " + automation.document() + " was started as " + earlier + " and as "
                                + automation.executionId()));
            }
        }
        return broken;
    }
}
