package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is promised of every run, held against the simulator's record of what really happened. */
final class Promises {
    private static final List<Promise> ALL = List.of(
            new NothingTwice(),
            new NothingLeft(),
            new OthersUntouched(),
            new LimitsKept(),
            new HonestEnd(),
            new NoSecret(),
            new SoundTimes(),
            new NothingUnasked());

    private Promises() {}

    /** One promise, or a part of one. */
    @FunctionalInterface
    interface Promise {
        /** What of it was broken; empty when it was kept. */
        List<Broken> broken(Outcome outcome);
    }

    /** Everything that was broken in a run, by the number of the promise. */
    static List<Broken> broken(Outcome outcome) {
        List<Broken> all = new ArrayList<>(outcome.troubles());
        ALL.forEach(promise -> all.addAll(promise.broken(outcome)));
        if (all.isEmpty() && outcome.status().isEmpty() && outcome.told().isEmpty()) {
            all.add(new Broken(0, "There is no end in its journal"));
        }
        return all;
    }

    /** The recovery jobs that AWS let in for the execution of a run, by id. */
    static Set<String> jobsOf(Outcome outcome) {
        return jobsOf(outcome.scenario(), outcome.record());
    }

    static Set<String> jobsOf(Scenario scenario, SimulatorRecord record) {
        return record.jobStarts().stream()
                .filter(job -> scenario.executionId().equals(job.tags().get("DrsOrchestrationExecution")))
                .map(job -> job.jobId())
                .collect(Collectors.toSet());
    }
}
