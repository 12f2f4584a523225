package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEndEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.AutomationEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.InstanceEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobStart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Promise 2: what the execution launched is gone at its end, or named; and named only where it could not be helped. */
final class NothingLeft implements Promises.Promise {
    @Override
    public List<Broken> broken(Outcome outcome) {
        if (outcome.status().isEmpty()) {
            return outcome.told()
                    .map(told -> untold(
                            outcome.scenario(), outcome.record(), told.lines().toList()))
                    .orElse(List.of());
        }
        Set<String> named = outcome.left().stream().map(LeftBehind::id).collect(Collectors.toSet());
        List<Broken> broken = new ArrayList<>(unnamed(outcome.scenario(), outcome.record(), named::contains));
        if (!AwsRefusals.mayExcuse(outcome)) {
            outcome.left().stream()
                    .filter(left -> !left.asked() && !isRefusedStart(outcome.scenario(), left))
                    .forEach(left -> broken.add(new Broken(2, "It was left behind without need: " + left)));
        }
        return broken;
    }

    /** A start that is refused, or led elsewhere, after an answer was lost: nobody can know what became of the first attempt. */
    private static boolean isRefusedStart(Scenario scenario, LeftBehind left) {
        boolean refused = scenario.troubles(Trouble.InAws.class).stream()
                .map(trouble -> trouble.fault().effect().code())
                .anyMatch("InvalidAutomationExecutionParametersException"::equals);
        boolean led = !scenario.troubles(Trouble.Misled.class).isEmpty();
        return left.kind() == RemnantKind.AUTOMATION && (refused || led);
    }

    /** What runs and is in none of the lines that people were told. */
    static List<Broken> untold(Scenario scenario, SimulatorRecord record, List<String> told) {
        return unnamed(scenario, record, id -> told.stream().anyMatch(line -> line.contains(id)));
    }

    /** As {@link #untold}, of instances alone: for what cannot be read of automations there is no tag. */
    static List<Broken> untoldInstances(Scenario scenario, SimulatorRecord record, List<String> told) {
        return instances(scenario, record, id -> told.stream().anyMatch(line -> line.contains(id)));
    }

    private static List<Broken> unnamed(Scenario scenario, SimulatorRecord record, Predicate<String> named) {
        List<Broken> broken = new ArrayList<>(instances(scenario, record, named));
        broken.addAll(automations(record, named));
        return broken;
    }

    private static List<Broken> instances(Scenario scenario, SimulatorRecord record, Predicate<String> named) {
        List<Broken> broken = new ArrayList<>();
        Set<String> ours = Promises.jobsOf(scenario, record);
        Map<String, JobStart> jobs =
                record.jobStarts().stream().collect(Collectors.toMap(JobStart::jobId, Function.identity()));
        for (InstanceEntry instance : record.instances()) {
            if (ours.contains(instance.jobId())
                    && ids(instance, jobs.get(instance.jobId())).noneMatch(named)) {
                broken.add(new Broken(
                        2,
                        "Instance " + instance.instanceId() + " of server " + instance.sourceServerId()
                                + " still runs, and nobody was told"));
            }
        }
        return broken;
    }

    /** By any of these somebody can find it. */
    private static Stream<String> ids(InstanceEntry instance, JobStart job) {
        return Stream.of(
                        instance.instanceId(),
                        instance.jobId(),
                        job.tags().get("DrsOrchestrationLaunch"),
                        "DrsOrchestrationExecution=" + job.tags().get("DrsOrchestrationExecution"),
                        "own/" + instance.region(),
                        instance.account() + "/" + instance.region())
                .filter(Objects::nonNull);
    }

    private static List<Broken> automations(SimulatorRecord record, Predicate<String> named) {
        Set<String> ended = new HashSet<>();
        record.automationEnds().stream().map(AutomationEndEntry::executionId).forEach(ended::add);
        List<Broken> broken = new ArrayList<>();
        for (AutomationEntry automation : record.automations()) {
            boolean told = Stream.of(automation.executionId(), automation.clientToken())
                    .anyMatch(named);
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
