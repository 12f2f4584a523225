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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"now\":\"garbage\",\"scale\":60}",
                "{\"now\":5,\"scale\":60}",
                "{\"now\":\"+999999999-12-31T23:59:59Z\",\"scale\":60}",
                "{\"now\":\"1900-01-05T03:00:00Z\",\"scale\":60}",
                "{\"now\":\"2026-01-05T03:00:00Z\",\"scale\":-3}",
                "{\"now\":\"2026-01-05T03:00:00Z\",\"scale\":1e308}",
                "{\"now\":\"2026-01-05T03:00:00Z\",\"scale\":\"NaN\"}"
            })
    void shouldNotRunByATimeThatNoSimulatorTells(String told) throws IOException {
        try (HttpAnswer answer = new HttpAnswer(200, told, Optional.of("w"))) {
            assertThatThrownBy(() -> RemoteClock.at(answer.endpoint()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not tell its time");
        }
    }

    @Test
    void shouldTakeATimeWithoutTheHeaderOfASimulatorForThatOfSomethingElse() throws IOException {
        String told = "{\"now\":\"2026-01-05T03:00:00Z\",\"scale\":60}";
        try (HttpAnswer answer = new HttpAnswer(200, told, Optional.empty())) {
            assertThat(RemoteClock.at(answer.endpoint())).isEmpty();
        }
    }

    @Test
    void shouldFindNoSimulatorWhereSomethingElseAnswers() throws IOException {
        try (HttpAnswer answer = new HttpAnswer(404, "{\"message\": \"not found\"}", Optional.empty())) {
            assertThat(RemoteClock.at(answer.endpoint())).isEmpty();
        }
    }

    /** One answer to everything. */
    private record HttpAnswer(HttpServer server) implements AutoCloseable {
        HttpAnswer(int status, String text, Optional<String> world) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            server.createContext("/", exchange -> {
                byte[] page = text.getBytes(StandardCharsets.UTF_8);
                world.ifPresent(id -> exchange.getResponseHeaders().set("x-drs-simulator-world", id));
                exchange.sendResponseHeaders(status, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
        }

        URI endpoint() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
