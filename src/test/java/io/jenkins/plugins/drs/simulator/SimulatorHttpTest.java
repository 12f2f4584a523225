package io.jenkins.plugins.drs.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorHttpTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Simulator simulator = Simulator.start(SimulatorOptions.of("{}"));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void shouldAnswerOverHttp() throws Exception {
        HttpResponse<String> refused = send(signed("/DescribeJobs", "{}"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("x-amzn-errortype")).contains("UninitializedAccountException");
        assertThat(refused.headers().firstValue("x-amzn-requestid")).isPresent();
    }

    @Test
    void shouldNameItsWorldInEveryAnswer() throws Exception {
        simulator.faults().add(Fault.of(FaultKind.ERROR));

        assertThat(List.of(
                        send(signed("/DescribeJobs", "{}")),
                        send(signed("/DescribeJobs", "{}")),
                        send(signed("/NoSuchOperation", "{}")),
                        send(HttpRequest.newBuilder(simulator.endpoint()).GET()),
                        send(control("time").GET()),
                        send(control("time")
                                .header("Origin", "https://example.com")
                                .GET()),
                        send(control("no-such-thing").GET())))
                .allSatisfy(answer -> assertThat(answer.headers().firstValue(Response.WORLD_HEADER))
                        .contains(simulator.worldId()));
    }

    @Test
    void shouldBeAnotherWorldEachTime() {
        try (Simulator other = Simulator.start(SimulatorOptions.of("{}"))) {
            assertThat(other.worldId()).isNotEqualTo(simulator.worldId());
        }
    }

    @Test
    void shouldCloseTheConnectionWhenAnAnswerIsLost() {
        simulator.faults().add(Fault.of(FaultKind.LOSE_ANSWER));

        assertThatThrownBy(() -> send(signed("/DescribeJobs", "{}"))).isInstanceOf(IOException.class);
    }

    @Test
    void shouldTakeFaultsAndTellItsRecordAtItsControlEndpoint() throws Exception {
        send(control("faults").POST(HttpRequest.BodyPublishers.ofString("{\"kind\": \"accessDenied\"}")));
        int refused = send(signed("/DescribeJobs", "{}")).statusCode();
        send(control("faults").DELETE());

        assertThat(refused).isEqualTo(403);
        assertThat(send(control("faults").GET()).body()).isEqualTo("[]");
        assertThat(send(control("record").GET()).body()).contains("\"outcome\":\"AccessDeniedException\"");
    }

    @Test
    void shouldAdvanceVirtualTimeAtItsControlEndpoint() throws Exception {
        HttpResponse<String> time =
                send(control("time").POST(HttpRequest.BodyPublishers.ofString("{\"advanceSeconds\": 90}")));

        assertThat(time.body()).contains("2026-01-05T03:01:30Z", "VIRTUAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"advanceTo\": \"+999999999-12-31T23:59:59Z\"}",
                "{\"advanceTo\": \"2200-01-01T00:00:00Z\"}",
                "{\"advanceSeconds\": 1e15}",
                "{\"advanceSeconds\": 1e308}"
            })
    void shouldNotAdvanceToWhereNoCallCouldBeAnswered(String wish) throws Exception {
        HttpResponse<String> refused = send(control("time").POST(HttpRequest.BodyPublishers.ofString(wish)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Expected a time before 2200");
        assertThat(simulator.clock().now()).isBefore(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void shouldExplainAFaultThatItDoesNotKnow() throws Exception {
        HttpResponse<String> refused =
                send(control("faults").POST(HttpRequest.BodyPublishers.ofString("{\"kind\": \"earthquake\"}")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("earthquake");
    }

    @Test
    void shouldNotServeItsControlEndpointToAWebPage() throws Exception {
        assertThat(send(control("record")
                                .header("Origin", "https://example.com")
                                .GET())
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example:4566",
                "Host: 127.0.0.1.evil.example",
                "Host: localhost.evil.example",
                "Host: 169.254.169.254",
                "Host: 127.0.0.1\r\nHost: evil.example",
                "Host: 127.0.0.1\r\nOrigin: null",
                "Host: 127.0.0.1\r\nOrigin: http://localhost:3000",
                "Host: 127.0.0.1\r\nReferer: https://evil.example/",
                "Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site",
                "Host: 127.0.0.1\r\nSec-Fetch-Site: same-site"
            })
    void shouldServeNothingToAWebPage(String headers) throws Exception {
        assertThat(raw("GET /_simulator/record", headers)).startsWith("HTTP/1.1 403");
        assertThat(raw("POST /DescribeJobs", headers)).startsWith("HTTP/1.1 403");
        assertThat(simulator.record().calls()).isEmpty();
    }

    @Test
    void shouldNotServeARequestForAnotherHost() throws Exception {
        assertThat(raw("GET http://evil.example/_simulator/record", "Host: 127.0.0.1"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: 127.0.0.1:4566",
                "Host: localhost",
                "Host: LOCALHOST:80",
                "Host: localhost.:80",
                "Host: [::1]:4566",
                "Host: [::ffff:127.0.0.1]:4566",
                "Host: 127.1",
                "Host: drs.us-east-1.localhost:4566",
                "Host: 127.0.0.1\r\nSec-Fetch-Site: none"
            })
    void shouldServeWhoeverCallsTheLoopbackByAnyOfItsNames(String headers) throws Exception {
        assertThat(raw("GET /_simulator/time", headers)).startsWith("HTTP/1.1 200");
    }

    /** An HTTP client of Java chooses these headers itself. */
    private String raw(String request, String headers) throws IOException {
        try (Socket socket =
                new Socket(simulator.endpoint().getHost(), simulator.endpoint().getPort())) {
            String text = request + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldRefuseToListenAnywhereButOnTheLoopback() {
        SimulatorOptions everywhere = SimulatorOptions.of("{}").withHost("0.0.0.0");

        assertThatThrownBy(() -> Simulator.start(everywhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0.0.0");
    }

    private HttpRequest.Builder signed(String path, String body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        simulator.endpoint().resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        SimulatedAws.signed("AKIAEXAMPLE", "us-east-1", "drs").forEach(builder::header);
        return builder;
    }

    private HttpRequest.Builder control(String what) {
        URI uri = simulator.endpoint().resolve("/_simulator/" + what);
        return HttpRequest.newBuilder(uri);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
