package io.jenkins.plugins.drs.lab.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Writes the figures of a size. */
final class BenchReport {
    private static final double MEGA = 1 << 20;

    private final PrintWriter out;

    BenchReport(PrintWriter out) {
        this.out = out;
    }

    void header() {
        line(
                "%-8s %-7s %-11s %10s %10s %8s %8s %10s %9s %9s %9s %9s",
                "servers",
                "places",
                "way",
                "makespan",
                "critical",
                "ratio",
                "calls",
                "CPU ms/srv",
                "peak MB",
                "live MB",
                "resume s",
                "report s");
    }

    void row(BenchSize size, String way, List<Sample> samples) {
        line(
                "%-8d %-7d %-11s %9.0fs %9.0fs %8.4f %8d %10.2f %9.0f %9.0f %9.2f %9.2f",
                size.servers(),
                size.places(),
                way,
                Sample.median(samples, sample -> sample.figures().makespanMillis()) / 1000,
                Sample.median(samples, sample -> sample.criticalPath().toMillis()) / 1000,
                Sample.median(samples, Sample::stretch),
                (int) Sample.median(samples, Sample::allCalls),
                Sample.median(samples, sample -> sample.figures().cpuMillis()) / size.servers(),
                Sample.median(samples, sample -> sample.figures().peakHeapBytes()) / MEGA,
                Sample.median(samples, sample -> sample.figures().liveHeapBytes()) / MEGA,
                Sample.median(samples, sample -> sample.figures().resumeMillis()) / 1000,
                Sample.median(samples, sample -> sample.figures().artifactMillis()) / 1000);
        if (samples.size() > 1) {
            line(
                    "         %-36s %.4f to %.4f, mean %.4f",
                    "ratios of " + samples.size() + " drills",
                    stretches(samples).min().orElseThrow(),
                    stretches(samples).max().orElseThrow(),
                    stretches(samples).average().orElseThrow());
        }
        for (Sample sample : samples) {
            if (!sample.figures().outcome().equals("COMPLETED") || sample.left() > 0) {
                line(
                        "         a drill ended %s and left %d instances",
                        sample.figures().outcome(), sample.left());
            }
        }
    }

    private static DoubleStream stretches(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::stretch);
    }

    /** Where the engine lost time, in simulated seconds; means of all drills. */
    void lost(List<Sample> engine) {
        line("         %-36s %10s", "lost s", BenchWorker.ENGINE);
        for (String where : engine.get(0).lost().keySet()) {
            double mean = engine.stream()
                    .mapToLong(sample -> sample.lost().get(where).toMillis())
                    .average()
                    .orElseThrow();
            line("         %-36s %10.1f", where, mean / 1000);
        }
    }

    /** Calls of the first drill by operation, and in how many of the same drills the engine made more of them. */
    void calls(List<Sample> engines, List<Sample> fixedLoops) {
        long more = IntStream.range(0, engines.size())
                .filter(drill ->
                        engines.get(drill).allCalls() > fixedLoops.get(drill).allCalls())
                .count();
        line("         %-36s %d of %d", "drills with more calls than the loop", more, engines.size());
        Sample engine = engines.get(0);
        Sample fixedLoop = fixedLoops.get(0);
        Set<String> operations = new TreeSet<>(engine.calls().keySet());
        operations.addAll(fixedLoop.calls().keySet());
        line("         %-36s %10s %12s", "calls", BenchWorker.ENGINE, BenchWorker.FIXED_LOOP);
        for (String operation : operations) {
            line(
                    "         %-36s %10d %12d",
                    operation,
                    engine.calls().getOrDefault(operation, 0),
                    fixedLoop.calls().getOrDefault(operation, 0));
        }
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
