package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.lab.bench.BenchWorker.WorkerProcess;
import io.jenkins.plugins.drs.lab.bench.DocumentBench.DocumentBenchCommand;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drs bench}: the engine against a fixed polling loop over the same generated drills. */
@Command(
        name = "bench",
        description = {
            "Measures generated drills in virtual time: by the engine, and by a loop that polls every job every 30 s.",
            "The simulator runs in this process, what is measured in another one."
        },
        mixinStandardHelpOptions = true,
        subcommands = DocumentBenchCommand.class)
public final class BenchCommand implements Callable<Integer> {
    private static final int WARM_UP_SERVERS = 100;
    private static final int SMALL = 100;
    private static final int DRILLS_OF_SMALL = 7;

    @Option(
            names = "--servers",
            split = ",",
            defaultValue = "6,100,1000,10000",
            paramLabel = "N",
            description = "Sizes. Default: 6,100,1000,10000.")
    private List<Integer> servers;

    @Option(
            names = "--runs",
            defaultValue = "3",
            description =
                    "Measured drills of each size, each with other times; seven times as many of up to 100 servers,"
                            + " where much hangs on one look. Default: 3.")
    private int runs;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "That of the first drill; each has the next. Default: 1.")
    private int seed;

    @Option(names = "--warm-up", defaultValue = "3", description = "Drills that are not measured. Default: 3.")
    private int warmUps;

    @Option(names = "--heap", defaultValue = "256", description = "Megabytes for the measured process. Default: 256.")
    private int heapMegabytes;

    @Option(
            names = "--java-option",
            paramLabel = "OPTION",
            description = "One more option for the measured Java, such as -XX:TieredStopAtLevel=4. May be repeated.")
    private List<String> javaOptions = List.of();

    @Option(names = "--engine-only", description = "Leave the polling loop out.")
    private boolean engineOnly;

    @Option(
            names = "--again",
            description = "Also by an engine that knows how long things took in an earlier drill, with other times.")
    private boolean again;

    @Option(names = "--worker", hidden = true)
    private boolean worker;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (worker) {
            BenchWorker.serve(out);
            return ExitCode.GOOD;
        }
        String mainClass = spec.root().userObject().getClass().getName();
        BenchReport report = new BenchReport(out);
        report.header();
        for (int count : servers) {
            BenchSize size = BenchSize.of(count);
            List<Sample> engine = measure(size, BenchWorker.ENGINE, mainClass);
            report.row(size, BenchWorker.ENGINE, engine);
            report.lost(engine);
            if (again) {
                List<Sample> second = measure(size, BenchWorker.AGAIN, mainClass);
                report.row(size, BenchWorker.AGAIN, second);
                report.lost(second);
            }
            if (engineOnly) {
                continue;
            }
            List<Sample> loop = measure(size, BenchWorker.FIXED_LOOP, mainClass);
            report.row(size, BenchWorker.FIXED_LOOP, loop);
            report.calls(engine, loop);
        }
        return ExitCode.GOOD;
    }

    private List<Sample> measure(BenchSize size, String way, String mainClass) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (WorkerProcess process = WorkerProcess.start(heapMegabytes, javaOptions, mainClass)) {
            for (int run = 0; run < warmUps; run++) {
                drill(process, way, new BenchEnvironment(BenchSize.of(WARM_UP_SERVERS)));
            }
            if (way.equals(BenchWorker.AGAIN)) {
                drill(process, BenchWorker.ENGINE, new BenchEnvironment(size, seed, seed));
            }
            int drills = size.servers() <= SMALL ? runs * DRILLS_OF_SMALL : runs;
            for (int drill = 0; drill < drills; drill++) {
                samples.add(drill(process, way, world(size, way, drill)));
            }
        }
        return samples;
    }

    /** Both ways meet the same times; an engine that has drilled before meets the runbooks that it knows. */
    private BenchEnvironment world(BenchSize size, String way, int drill) {
        return way.equals(BenchWorker.AGAIN)
                ? new BenchEnvironment(size, seed + drill + 1, seed)
                : new BenchEnvironment(size, seed + drill, seed + drill);
    }

    private static Sample drill(WorkerProcess process, String way, BenchEnvironment world) throws IOException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.of(world.json()))) {
            RunFigures figures =
                    process.drill(way, world.servers(), simulator.endpoint().toString());
            return Sample.of(figures, simulator.record(), world);
        }
    }
}
