package io.jenkins.plugins.drs.documentation;

import io.jenkins.plugins.drs.cli.CommandLines;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Runs the {@code ./drs} commands of a page one after the other, in a process whose folder is the one of the reader.
 * AWS is a simulator in virtual time. Arguments: the file with the commands, an argument a line, commands parted by an
 * empty line; the answer is a line for each command, with its exit code.
 */
final class PageRun {
    private static final String DOCUMENTED = "http://127.0.0.1:4566";
    private static final String STAMP = "-20\\d{6}-\\d{6}";
    private static final String UNTIL = "--until-it-succeeds";

    private Simulator simulator;
    private final List<String> results = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        PageRun run = new PageRun();
        for (String command : Files.readString(Path.of(arguments[0])).split("\n\n")) {
            run.results.add(String.valueOf(run.run(command.strip().lines().toList())));
        }
        Files.write(Path.of(arguments[1]), run.results);
        System.exit(0);
    }

    private int run(List<String> words) throws IOException {
        if (words.get(0).equals("simulate")) {
            simulate(words);
            return 0;
        }
        List<String> given = new ArrayList<>(words);
        boolean patient = given.remove(UNTIL);
        List<String> adapted = adapted(given);
        int code = execute(adapted);
        for (int round = 0; patient && code != 0 && round < 10; round++) {
            simulator().clock().advance(Duration.ofMinutes(10));
            code = execute(adapted);
        }
        return code;
    }

    private static int execute(List<String> words) {
        System.out.println("$ drs " + String.join(" ", words));
        PrintWriter out = new PrintWriter(System.out, true);
        return CommandLines.drs().setOut(out).setErr(out).execute(words.toArray(String[]::new));
    }

    private void simulate(List<String> words) throws IOException {
        int at = words.indexOf("--environment");
        begin(at < 0 ? "samples/three-tier/environment.json" : words.get(at + 1));
    }

    private void begin(String environment) throws IOException {
        if (simulator != null) {
            simulator.close();
        }
        simulator = Simulator.start(SimulatorOptions.of(Files.readString(Path.of(environment))));
    }

    private Simulator simulator() throws IOException {
        if (simulator == null) {
            begin("samples/three-tier/environment.json");
        }
        return simulator;
    }

    /** What a reader does: names the newest results; and what keeps this test short: no waiting, few seeds. */
    private List<String> adapted(List<String> words) throws IOException {
        List<String> adapted = new ArrayList<>();
        for (String word : words) {
            adapted.add(
                    word.matches(".*" + STAMP)
                            ? newest(word)
                            : word.replace(DOCUMENTED, simulator().endpoint().toString()));
        }
        if (words.contains("--out")) {
            Files.deleteIfExists(Path.of(words.get(words.indexOf("--out") + 1))); // of a command before it on the page
        }
        CommandLine command = CommandLines.drs().getSubcommands().get(words.get(0));
        if (knows(command, "--endpoint-url") && !words.contains("--endpoint-url")) {
            adapted.addAll(List.of("--endpoint-url", simulator().endpoint().toString()));
        }
        if (words.get(0).equals("demo")) {
            adapted.addAll(List.of("--time-scale", "0"));
        }
        int seeds = adapted.indexOf("--seeds");
        if (seeds >= 0) {
            adapted.set(seeds + 1, "2");
        }
        return adapted;
    }

    private static boolean knows(CommandLine command, String option) {
        return command != null && command.getCommandSpec().findOption(option) != null;
    }

    private static String newest(String documented) throws IOException {
        Path asked = Path.of(documented);
        String begin = asked.getFileName().toString().replaceAll(STAMP, "");
        try (Stream<Path> runs = Files.list(asked.getParent())) {
            return runs.filter(run -> run.getFileName().toString().startsWith(begin))
                    .max(Path::compareTo)
                    .map(Path::toString)
                    .orElse(documented);
        }
    }
}
