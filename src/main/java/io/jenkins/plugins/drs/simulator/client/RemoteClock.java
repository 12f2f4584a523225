package io.jenkins.plugins.drs.simulator.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;

/** The time of a simulator in another process, as {@code drs simulate} starts it: told and moved over HTTP. */
public final class RemoteClock {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    /** Long: a simulator on a busy machine that were taken for something else would drill in real time. */
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();
    private final URI time;
    private final Duration patience;
    private final double scale;
    private volatile Instant standing;

    private RemoteClock(URI time, Duration patience) throws IOException {
        this.time = time;
        this.patience = patience;
        JsonNode answer = ask(HttpRequest.newBuilder(time).GET());
        if (!answer.hasNonNull("now") || !answer.path("scale").isNumber()) {
            throw new SomethingElseException("Expected the simulator's time, but got something else");
        }
        standing = Instant.parse(answer.get("now").asText());
        scale = answer.get("scale").asDouble();
    }

    /**
     * The clock of the simulator at {@code endpoint}; empty when something else answers there, or it is on another machine.
     *
     * @throws IOException when nobody listens there, or a call is not answered within a minute: it may be a simulator that
     *     has not started yet, or is busy, and a simulator must not be taken for AWS
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
        } catch (SomethingElseException answered) {
            return Optional.empty();
        } catch (IOException unanswered) {
            throw new IOException(
                    "Expected an answer of " + endpoint + ", but there is none ("
                            + unanswered.getClass().getSimpleName()
                            + "): start the simulator there, or correct the endpoint",
                    unanswered);
        }
    }

    private static boolean isHere(String host) {
        try {
            InetAddress address = host == null ? null : InetAddress.getByName(host);
            return address != null && (address.isLoopbackAddress() || address.isAnyLocalAddress());
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** There was an answer, and it was not a simulator's. */
    private static final class SomethingElseException extends IOException {
        private static final long serialVersionUID = 1L;

        SomethingElseException(String message) {
            super(message);
        }
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
            standing = Instant.parse(answer.path("now").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's time could not be moved: " + e.getMessage(), e);
        }
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            throw new SomethingElseException("Expected JSON, but got something else");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking the simulator for its time", e);
        }
    }
}
