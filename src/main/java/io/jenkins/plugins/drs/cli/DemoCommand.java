package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.PlanRun.RunOptionsMixin;
import io.jenkins.plugins.drs.cli.run.ExecutionRequest;
import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.cli.run.TerminalHost;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drs demo}: a three-tier drill against the built-in simulator. */
@Command(
        name = "demo",
        description = "Drills the three-tier sample against the built-in simulator; needs no AWS account.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private RunOptionsMixin run;

    @Option(
            names = "--time-scale",
            paramLabel = "X",
            defaultValue = "60",
            description = "Simulated seconds per real second; 0 does not wait. Default: 60.")
    private double timeScale;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SimulateCommand.refuseTimeScale(timeScale);
        PrintWriter out = Terminal.out(spec);
        DrConfiguration configuration =
                new PlanFile(Terminal.err(spec)).read(Sample.text("plan.yaml"), "three-tier/plan.yaml");
        SimulatorOptions options = SimulatorOptions.of(Sample.text("environment.json"));
        try (Simulator simulator = Simulator.start(timeScale > 0 ? options.withTimeScale(timeScale) : options)) {
            ExecutionRequest request = new ExecutionRequest(
                    Mode.DRILL,
                    configuration,
                    PlanFile.pick(configuration, null).planName(),
                    RunOptions.DEFAULT,
                    OutputFolder.choose(run.out, "demo"));
            int exitCode = new TerminalHost(RunEnvironment.simulated(simulator), out, run.progress).run(request);
            int left = simulator.record().drillInstances().size();
            out.println(
                    left == 0
                            ? "The simulator confirms: no drill instance is left running."
                            : "The simulator still has " + left + " drill instances.");
            return exitCode == ExitCode.GOOD && left > 0 ? ExitCode.NOT_SUCCEEDED : exitCode;
        }
    }

    /** The three-tier sample, which the jar carries. */
    static final class Sample {
        private static final String FOLDER = "/io/jenkins/plugins/drs/samples/three-tier/";

        private Sample() {}

        static String text(String name) throws IOException {
            try (InputStream in = Sample.class.getResourceAsStream(FOLDER + name)) {
                if (in == null) {
                    throw new IOException("Expected the sample " + FOLDER + name + " in the jar, but it is not there");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
