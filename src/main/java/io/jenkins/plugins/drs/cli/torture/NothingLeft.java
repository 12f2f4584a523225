package io.jenkins.plugins.drs.cli.torture;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.simulator.ledger.AutomationEndEntry;
import io.jenkins.plugins.drs.simulator.ledger.AutomationEntry;
import io.jenkins.plugins.drs.simulator.ledger.InstanceEntry;
import io.jenkins.plugins.drs.simulator.ledger.JobStart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Promise 2: what the execution launched is gone at its end, or named; and named only where it could not be helped. */
final class NothingLeft implements Promises.Promise {
    @Override
    public List<Broken> broken(Outcome outcome) {
        if (outcome.status().isEmpty()) {
            return List.of();
        }
        List<Broken> broken = new ArrayList<>();
        Set<String> named = outcome.left().stream().map(LeftBehind::id).collect(Collectors.toSet());
        Set<String> ours = Promises.jobsOf(outcome);
        Map<String, JobStart> jobs =
                outcome.record().jobStarts().stream().collect(Collectors.toMap(JobStart::jobId, Function.identity()));
        for (InstanceEntry instance : outcome.record().instances()) {
            if (ours.contains(instance.jobId()) && !isNamed(instance, jobs.get(instance.jobId()), named)) {
                broken.add(new Broken(
                        2,
                        "Instance " + instance.instanceId() + " of server " + instance.sourceServerId()
                                + " still runs, and nobody was told"));
            }
        }
        broken.addAll(automations(outcome, named));
        if (!AwsRefusals.mayExcuse(outcome)) {
            outcome.left().stream()
                    .filter(left -> !left.asked())
                    .forEach(left -> broken.add(new Broken(2, "It was left behind without need: " + left)));
        }
        return broken;
    }

    private static boolean isNamed(InstanceEntry instance, JobStart job, Set<String> named) {
        String own = "own/" + instance.region();
        return named.contains(instance.instanceId())
                || named.contains(instance.jobId())
                || named.contains(job.tags().get("DrsOrchestrationLaunch"))
                || named.contains(own)
                || named.contains(instance.account() + "/" + instance.region());
    }

    private static List<Broken> automations(Outcome outcome, Set<String> named) {
        Set<String> ended = new HashSet<>();
        outcome.record().automationEnds().stream()
                .map(AutomationEndEntry::executionId)
                .forEach(ended::add);
        List<Broken> broken = new ArrayList<>();
        for (AutomationEntry automation : outcome.record().automations()) {
            boolean told = named.contains(automation.executionId()) || named.contains(automation.clientToken());
            if (!ended.contains(automation.executionId()) && !told) {
                broken.add(new Broken(
                        2,
                        "Automation " + automation.executionId() + " of " + automation.document()
                                + " still runs, and nobody was told"));
            }
        }
        return broken;
    }
}
