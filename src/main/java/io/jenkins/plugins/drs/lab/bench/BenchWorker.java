package io.jenkins.plugins.drs.lab.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that is measured: it drills where it is told on its standard input, a line for each drill, and answers
 * with the figures of each as a line of JSON. The simulator runs in another process.
 */
final class BenchWorker {
    static final String ENGINE = "engine";
    /** The engine once more, knowing how long things took in the last drill of the same size. */
    static final String AGAIN = "engine-again";

    static final String FIXED_LOOP = "fixed-loop";

    private static final ObjectMapper JSON = new ObjectMapper();

    private EarlierDurations earlier = EarlierDurations.NONE;

    private BenchWorker() {}

    static void serve(PrintWriter out) throws IOException {
        BenchWorker worker = new BenchWorker();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            out.println(
                    JSON.writeValueAsString(worker.drill(words[0], Integer.parseInt(words[1]), URI.create(words[2]))));
            out.flush();
        }
    }

    private RunFigures drill(String way, int servers, URI endpoint) throws IOException {
        RunEnvironment surroundings = RunEnvironment.of(Optional.of(endpoint), Optional.empty());
        DrConfiguration configuration = BenchPlan.of(BenchSize.of(servers));
        if (way.equals(FIXED_LOOP)) {
            return FixedLoop.measure(surroundings, configuration);
        }
        Path folder = Files.createTempDirectory("drs-bench");
        try {
            EngineRun run = new EngineRun(surroundings, folder, way.equals(AGAIN) ? earlier : EarlierDurations.NONE);
            RunFigures figures = run.measure(configuration);
            earlier = run.experience();
            return figures;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
