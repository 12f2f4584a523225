package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import io.jenkins.plugins.drs.simulator.http.LoopbackServer;
import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * The controller's own simulator, with the three-tier sample. What changes its world is kept on a tape, so that drills
 * go on after a restart; its time stands still while the controller is down.
 */
final class EmbeddedSimulator implements AutoCloseable {
    private static final String ENVIRONMENT = "/io/jenkins/plugins/drs/samples/three-tier/environment.json";
    private static final Duration BETWEEN_MOMENTS = Duration.ofSeconds(1);
    private static final Set<String> READING = Set.of("Describe", "List", "Get");

    private final SimulatorTape tape;
    private final HaltedClock clock;
    private final Simulator simulator;
    private final LoopbackServer server;
    private long lastMomentNanos = System.nanoTime();

    private EmbeddedSimulator(SimulatorTape tape, HaltedClock clock) throws IOException {
        this.tape = tape;
        this.clock = clock;
        SimulatorOptions options = SimulatorOptions.of(environment())
                .withClock(clock)
                .withWorldId(tape.worldId())
                .inProcess();
        this.simulator = Simulator.start(options);
        for (SimulatorTape.Entry entry : tape.entries()) {
            clock.advanceTo(entry.time());
            if (entry.holdsRequest()) {
                simulator.handle(entry.request());
            }
        }
        clock.flow();
        this.server = LoopbackServer.start("127.0.0.1", 0, simulator.worldId(), this::handle);
    }

    /**
     * Starts one.
     *
     * @param keep whether the world goes on as the tape left it; a new one is made otherwise
     */
    static EmbeddedSimulator start(Path folder, double scale, boolean keep) throws IOException {
        SimulatorTape tape = new SimulatorTape(folder.resolve("requests.jsonl"), SealedText.JENKINS);
        if (!keep) {
            tape.erase();
        }
        Instant start = tape.entries().stream()
                .findFirst()
                .map(SimulatorTape.Entry::time)
                .orElseGet(Instant::now);
        if (tape.entries().isEmpty()) {
            tape.moment(start);
        }
        return new EmbeddedSimulator(tape, new HaltedClock(start, scale));
    }

    URI endpoint() {
        return server.uri();
    }

    DrillTime time() {
        return clock;
    }

    /** Sees to it that its time is not before one that an execution has seen. */
    synchronized void notBefore(Instant instant) {
        clock.advanceTo(instant);
    }

    /** One at a time and at a moment that stands still, so that the tape holds the order and times that happened. */
    private synchronized Response handle(Request request) {
        Instant at = clock.halt();
        try {
            remember(at, request);
            return simulator.handle(request);
        } finally {
            clock.flow();
        }
    }

    private void remember(Instant at, Request request) {
        if (!isReading(request)) {
            tape.request(at, request);
        } else if (System.nanoTime() - lastMomentNanos > BETWEEN_MOMENTS.toNanos()) {
            tape.moment(at);
        } else {
            return;
        }
        lastMomentNanos = System.nanoTime();
    }

    /** Elastic Disaster Recovery names its operation in the path, Systems Manager in a header, EC2 in the body. */
    private static boolean isReading(Request request) {
        String target = request.header("x-amz-target");
        String named = target.isEmpty() ? request.path().substring(1) : target.substring(target.lastIndexOf('.') + 1);
        String operation = named.isEmpty() ? request.text().replaceFirst("(?s).*?Action=", "") : named;
        return request.method().equals("GET") || READING.stream().anyMatch(operation::startsWith);
    }

    private static String environment() throws IOException {
        try (InputStream in = EmbeddedSimulator.class.getResourceAsStream(ENVIRONMENT)) {
            if (in == null) {
                throw new IOException("Expected the sample " + ENVIRONMENT + " in the plugin, but it is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
        simulator.close();
    }
}
