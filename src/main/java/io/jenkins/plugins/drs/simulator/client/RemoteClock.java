package io.jenkins.plugins.drs.simulator.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The time of a simulator in another process, as {@code drs simulate} starts it: told and moved over HTTP. */
public final class RemoteClock {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    /** Long: a simulator on a busy machine that were taken for something else would drill in real time. */
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private static final String WORLD_HEADER = "x-drs-simulator-world";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();

    private final URI time;
    private final Duration patience;
    private final double scale;
    private final Optional<String> simulatorId;
    private volatile Instant standing;

    private RemoteClock(URI time, Duration patience) throws IOException {
        this.time = time;
        this.patience = patience;
        HttpResponse<String> answer = send(HttpRequest.newBuilder(time).GET());
        JsonNode told = json(answer.body());
        simulatorId = answer.headers().firstValue(WORLD_HEADER);
        scale = told.path("scale").asDouble(-1);
        standing = instant(told)
                .filter(now -> simulatorId.isPresent() && scale >= 0 && scale <= SimulatorClock.HIGHEST_SCALE)
                .orElseThrow(() -> new NoTimeException(simulatorId.isPresent(), answer.statusCode()));
    }

    /** Empty when it is none that anybody lives in. */
    private static Optional<Instant> instant(JsonNode told) {
        try {
            return Optional.of(Instant.parse(told.path("now").asText()))
                    .filter(now -> now.isAfter(Instant.EPOCH) && now.isBefore(LATEST));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /**
     * The clock of the simulator at {@code endpoint}; empty when something else answers there, or it is on another machine.
     *
     * @throws IOException when nobody listens there, or a call is not answered within a minute: it may be a simulator that
     *     has not started yet, or is busy, and a simulator must not be taken for AWS; also when a simulator answers there and
     *     does not tell its time
     */
    public static Optional<RemoteClock> at(URI endpoint) throws IOException {
        return at(endpoint, ANSWERING);
    }

    static Optional<RemoteClock> at(URI endpoint, Duration patience) throws IOException {
        if (!isHere(endpoint.getHost())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RemoteClock(endpoint.resolve("/_simulator/time"), patience));
        } catch (HttpTimeoutException silence) {
            throw new IOException(
                    "Expected an answer of " + endpoint + " within " + patience.toSeconds()
                            + " s, but there is none: look whether the simulator there still runs, or correct the endpoint",
                    silence);
        } catch (NoTimeException answered) {
            if (answered.ofSimulator || answersAsSimulator(endpoint, patience)) {
                throw new IOException("The simulator answers at " + endpoint + ", but does not tell its time (status "
                        + answered.status
                        + "): let /_simulator/time through, or name the address at which it listens itself");
            }
            return Optional.empty();
        } catch (IOException unanswered) {
            throw new IOException(
                    "Expected an answer of " + endpoint + ", but there is none ("
                            + unanswered.getClass().getSimpleName()
                            + "): start the simulator there, or correct the endpoint",
                    unanswered);
        }
    }

    /** Whether an operation of AWS is answered by a simulator; it needs no credentials, since the answer may be a refusal. */
    private static boolean answersAsSimulator(URI endpoint, Duration patience) throws IOException {
        HttpRequest.Builder operation = HttpRequest.newBuilder(endpoint.resolve("/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("Action=GetCallerIdentity&Version=2011-06-15"));
        return isOfSimulator(send(operation, patience));
    }

    private static boolean isOfSimulator(HttpResponse<String> answer) {
        return answer.headers().firstValue(WORLD_HEADER).isPresent();
    }

    private static boolean isHere(String host) {
        try {
            InetAddress address = host == null ? null : InetAddress.getByName(host);
            return address != null && (address.isLoopbackAddress() || address.isAnyLocalAddress());
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** There was an answer, and it told no time. */
    private static final class NoTimeException extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean ofSimulator;
        private final int status;

        NoTimeException(boolean ofSimulator, int status) {
            super("Expected the simulator's time, but got something else");
            this.ofSimulator = ofSimulator;
            this.status = status;
        }
    }

    /** What tells this simulator from every other one; empty when something between left it out. */
    public Optional<String> simulatorId() {
        return simulatorId;
    }

    /** How many simulated seconds pass in a real one; 0 where time stands still until it is moved. */
    public double scale() {
        return scale;
    }

    /** Where time stood when it was read or last moved; asking with every look at the clock would cost a call each. */
    public Instant standing() {
        return standing;
    }

    /** Moves time that stands still. */
    public void advanceTo(Instant instant) {
        String body =
                JSON.createObjectNode().put("advanceTo", instant.toString()).toString();
        try {
            JsonNode answer = ask(HttpRequest.newBuilder(time).POST(HttpRequest.BodyPublishers.ofString(body)));
            standing = instant(answer).orElseThrow(() -> new IOException("the answer holds no time"));
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's time could not be moved: " + e.getMessage(), e);
        }
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException {
        return json(send(request).body());
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        return send(request, patience);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, Duration patience) throws IOException {
        try {
            return HTTP.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking the simulator for its time", e);
        }
    }
}
