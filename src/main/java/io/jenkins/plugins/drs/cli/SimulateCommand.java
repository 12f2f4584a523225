package io.jenkins.plugins.drs.cli;

import io.jenkins.plugins.drs.cli.DemoCommand.Sample;
import io.jenkins.plugins.drs.cli.run.ExitCode;
import io.jenkins.plugins.drs.engine.journal.Reason;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drs simulate}: the simulator in a process of its own, for any AWS client. */
@Command(
        name = "simulate",
        description = "Runs the AWS simulator on the loopback until it is ended with Ctrl-C.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--port", defaultValue = "4566", description = "Port; 0 for any that is free. Default: 4566.")
    private int port;

    @Option(
            names = "--time-scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "Simulated seconds per real second; 0 stops the clock, which then moves only on request."
                    + " Default: 1.")
    private double timeScale;

    @Option(
            names = "--environment",
            paramLabel = "FILE",
            description = "Servers, documents and faults. Default: the three-tier sample.")
    private Path environment;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        refuseTimeScale(timeScale);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new CommandFailure(ExitCode.INVALID, "--port must be from 0 to 65535, but it is " + port);
        }
        PrintWriter out = Terminal.out(spec);
        try (Simulator simulator = started()) {
            out.println("Simulating AWS at " + simulator.endpoint() + ", simulated time " + time() + ".");
            out.println("Use it with any AWS client: --endpoint-url " + simulator.endpoint()
                    + " and any access key. Ctrl-C ends it.");
            out.flush();
            new CountDownLatch(1).await();
        }
        return ExitCode.GOOD;
    }

    /** @throws CommandFailure when it is no time scale of a simulator */
    static void refuseTimeScale(double timeScale) {
        if (!(timeScale >= 0 && timeScale <= SimulatorClock.HIGHEST_SCALE)) {
            throw new CommandFailure(
                    ExitCode.INVALID, "--time-scale must be from 0 to 1000000, but it is " + timeScale);
        }
    }

    private Simulator started() throws IOException {
        try {
            SimulatorOptions options = SimulatorOptions.of(text()).withPort(port);
            return Simulator.start(timeScale > 0 ? options.withTimeScale(timeScale) : options);
        } catch (IllegalArgumentException e) {
            String where = environment == null ? "" : environment + ": ";
            throw new CommandFailure(ExitCode.INVALID, where + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new CommandFailure(
                    ExitCode.INVALID,
                    "Port " + port + " cannot be used: " + e.getCause().getMessage());
        }
    }

    private String text() throws IOException {
        if (environment == null) {
            return Sample.text("environment.json");
        }
        try {
            return Files.readString(environment);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.INVALID,
                    "The environment " + environment + " cannot be read: " + Reason.of(e)
                            + ". Name a file in JSON, such as samples/three-tier/environment.json.");
        }
    }

    private String time() {
        return timeScale > 0 ? timeScale + " times as fast as real time" : "standing still";
    }
}
