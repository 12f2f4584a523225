package io.jenkins.plugins.drs.lab.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A worker in a process of its own, with the options of Java that {@code ./drs} gives. */
final class WorkerProcess implements AutoCloseable {
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
