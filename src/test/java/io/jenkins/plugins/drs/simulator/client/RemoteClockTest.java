package io.jenkins.plugins.drs.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteClockTest {
    private static final long LATE_MILLIS = 700;

    private static Simulator simulator() {
        return Simulator.start(SimulatorOptions.of("{\"accounts\": []}"));
    }

    @Test
    void shouldTakeASimulatorThatAnswersLateForOne() throws IOException {
        try (Simulator simulator = simulator();
                SlowFront front = new SlowFront(simulator.endpoint(), LATE_MILLIS)) {
            Optional<RemoteClock> clock = RemoteClock.at(front.endpoint());

            assertThat(clock).isPresent();
            assertThat(clock.get().standing()).isEqualTo(simulator.clock().now());
        }
    }

    @Test
    void shouldNotTakeSilenceForAws() {
        try (Simulator simulator = simulator();
                SlowFront front = new SlowFront(simulator.endpoint(), SlowFront.FOREVER)) {
            assertThatThrownBy(() -> RemoteClock.at(front.endpoint(), Duration.ofSeconds(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(front.endpoint().toString(), "within 1 s", "simulator");
        }
    }

    @Test
    void shouldNotTakeASimulatorThatHasNotStartedForAws() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThatThrownBy(() -> RemoteClock.at(URI.create("http://127.0.0.1:" + port)))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("http://127.0.0.1:" + port, "start the simulator");
    }

    @Test
    void shouldAskNobodyOnAnotherMachine() throws IOException {
        assertThat(RemoteClock.at(URI.create("https://drs.example.invalid"))).isEmpty();
    }

    @Test
    void shouldNotTakeAnAnswerThatBreaksOffForAws() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Thread closer = new Thread(() -> closeEach(socket));
            closer.setDaemon(true);
            closer.start();

            assertThatThrownBy(() -> RemoteClock.at(URI.create("http://127.0.0.1:" + socket.getLocalPort())))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("there is none");
        }
    }

    private static void closeEach(ServerSocket socket) {
        try {
            while (true) {
                socket.accept().close();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Test
    void shouldFindNoSimulatorWhereSomethingElseAnswers() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "{\"message\": \"not found\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            assertThat(RemoteClock.at(
                            URI.create("http://127.0.0.1:" + other.getAddress().getPort())))
                    .isEmpty();
        } finally {
            other.stop(0);
        }
    }
}
