package io.jenkins.plugins.drs.lab.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.cli.run.RunEnvironment;
import io.jenkins.plugins.drs.engine.execution.watch.EarlierDurations;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** A worker in a process of its own, with the options of Java that {@code ./drs} gives. */
    static final class WorkerProcess implements AutoCloseable {
        private static final ObjectMapper JSON = new ObjectMapper();

        private final Process process;
        private final BufferedWriter orders;
        private final BufferedReader answers;

        private WorkerProcess(Process process) {
            this.process = process;
            this.orders = process.outputWriter(StandardCharsets.UTF_8);
            this.answers = process.inputReader(StandardCharsets.UTF_8);
        }

        /** @param heapMegabytes more than that, and the worker fails */
        static WorkerProcess start(int heapMegabytes, List<String> options, String mainClass) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx" + heapMegabytes + "m",
                    "-Dfile.encoding=UTF-8"));
            command.addAll(options);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass, "bench", "--worker"));
            ProcessBuilder builder = new ProcessBuilder(command);
            Map<String, String> environment = builder.environment();
            environment.put("AWS_ACCESS_KEY_ID", "simulated");
            environment.put("AWS_SECRET_ACCESS_KEY", "simulated");
            environment.remove("AWS_SESSION_TOKEN");
            environment.remove("AWS_PROFILE");
            return new WorkerProcess(
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        }

        RunFigures drill(String way, int servers, String endpoint) throws IOException {
            orders.write(way + " " + servers + " " + endpoint + "\n");
            orders.flush();
            String answer = answers.readLine();
            while (answer != null && !answer.startsWith("{")) { // Java itself may have something to say
                answer = answers.readLine();
            }
            if (answer == null) {
                throw new IOException("The measured process ended in the middle of a drill of " + servers + " servers ("
                        + way + "). What it said is above.");
            }
            return JSON.readValue(answer, RunFigures.class);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
