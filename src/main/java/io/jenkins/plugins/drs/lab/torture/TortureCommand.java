package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.cli.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drs torture}: the deterministic simulation test, for as many seeds as wanted. */
@Command(
        name = "torture",
        description = {
            "Runs drills in a simulated AWS where everything goes wrong, and checks what is promised of every drill.",
            "Each drill is drawn from a seed; the same seed gives the same drill. Needs no AWS account."
        },
        mixinStandardHelpOptions = true)
public final class TortureCommand implements Callable<Integer> {
    @Option(names = "--seeds", paramLabel = "N", description = "How many seeds to run. Default: 1000.")
    private Long seeds;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = {
                "Replays one seed and tells its whole story; with --seeds, the first seed of many.",
                "Default: drawn from the clock, and printed."
            })
    private Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many run side by side. Default: as many as the machine has processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || seeds != null && seeds < 1) {
            throw new ParameterException(spec.commandLine(), "Expected at least 1 for --seeds and --threads.");
        }
        PrintWriter out = spec.commandLine().getOut();
        return seed != null && seeds == null ? replay(out) : run(out);
    }

    private int replay(PrintWriter out) throws IOException {
        List<String> story = Campaign.replay(seed);
        story.forEach(out::println);
        out.flush();
        return story.contains("BROKEN") ? ExitCode.NOT_SUCCEEDED : ExitCode.GOOD;
    }

    /** A campaign takes more milliseconds than it has seeds, so no two of them share seeds. */
    private int run(PrintWriter out) throws IOException {
        long began = System.nanoTime();
        long first = seed == null ? System.currentTimeMillis() : seed;
        long count = seeds == null ? 1000 : seeds;
        say(
                out,
                "Seeds " + first + " to " + (first + count - 1) + "; to run the same again: drs torture --seeds "
                        + count + " --seed " + first);
        Campaign campaign = new Campaign(first, count, line -> say(out, line));
        Map<Long, String> broken = campaign.run(threads);
        say(out, campaign.summary() + "; " + (System.nanoTime() - began) / 1_000_000_000 + " s");
        if (broken.isEmpty()) {
            return ExitCode.GOOD;
        }
        say(out, "Broken seeds:");
        broken.values().forEach(line -> say(out, "  " + line));
        say(out, "To replay one of them: drs torture --seed S");
        return ExitCode.NOT_SUCCEEDED;
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
