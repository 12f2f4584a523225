package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.CallEntry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * One drill: what the worker measured, and what the simulator saw.
 *
 * @param calls by service and operation
 * @param criticalPath what it would have taken without a moment lost
 * @param lost where time was lost, in the order of a drill
 * @param left drill instances that exist after it
 */
record Sample(
        RunFigures figures, Map<String, Integer> calls, Duration criticalPath, Map<String, Duration> lost, int left) {
    static Sample of(RunFigures figures, SimulatorRecord record, BenchEnvironment world) {
        Map<String, Integer> calls = new TreeMap<>();
        for (CallEntry call : record.calls()) {
            calls.merge(call.service() + ":" + call.operation(), 1, Integer::sum);
        }
        return new Sample(
                figures,
                calls,
                CriticalPath.of(record, world::waveOf),
                LostTime.of(record, world::waveOf, figures.makespan()),
                record.drillInstances().size());
    }

    int allCalls() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    double stretch() {
        return (double) figures.makespanMillis() / criticalPath.toMillis();
    }

    /** The middle one by a figure. */
    static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        List<Double> sorted = samples.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
