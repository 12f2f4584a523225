package io.jenkins.plugins.drs.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import io.jenkins.plugins.drs.simulator.wire.Json;
import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The simulator's own endpoint, beside AWS's: what happened, what shall go wrong, what time it is. Needs no
 * signature; the server lets no page of a browser come so far.
 */
final class ControlEndpoint {
    private static final String PREFIX = "/_simulator/";

    private final Simulator simulator;

    ControlEndpoint(Simulator simulator) {
        this.simulator = simulator;
    }

    boolean concerns(Request request) {
        return request.path().startsWith(PREFIX);
    }

    Response handle(Request request) {
        try {
            return route(request);
        } catch (IOException | DateTimeException | IllegalArgumentException | IllegalStateException e) {
            return error(400, e.getMessage());
        }
    }

    private Response route(Request request) throws IOException {
        switch (request.method() + " " + request.path().substring(PREFIX.length())) {
            case "GET record":
                return json(simulator.record());
            case "GET instances":
                return json(simulator.record().instances());
            case "GET faults":
                return json(simulator.faults().active());
            case "POST faults":
                return addFaults(request);
            case "DELETE faults":
                simulator.faults().clear();
                return json(simulator.faults().active());
            case "GET time":
                return time();
            case "POST time":
                return advance(Json.parse(request.body()));
            default:
                return error(404, "Expected one of record, instances, faults, time, but got " + request.path());
        }
    }

    private Response addFaults(Request request) throws IOException {
        Fault[] faults = Json.parse(request.body()).isArray()
                ? Json.read(request.body(), Fault[].class)
                : new Fault[] {Json.read(request.body(), Fault.class)};
        for (Fault fault : faults) {
            simulator.faults().add(fault);
        }
        return json(simulator.faults().active());
    }

    private Response advance(JsonNode wish) {
        Instant to = wished(wish);
        if (!to.isBefore(SimulatorClock.END)) {
            throw new IllegalArgumentException("Expected a time before " + SimulatorClock.END + ", but got " + to);
        }
        simulator.clock().advanceTo(to);
        return time();
    }

    private Instant wished(JsonNode wish) {
        if (wish.hasNonNull("advanceTo")) {
            return Instant.parse(wish.get("advanceTo").asText());
        }
        if (wish.path("advanceSeconds").isNumber()) {
            double seconds = wish.get("advanceSeconds").asDouble();
            return simulator.clock().now().plus(Duration.ofMillis(Math.round(seconds * 1000)));
        }
        throw new IllegalArgumentException("Expected advanceTo or advanceSeconds, but got " + wish);
    }

    private Response time() {
        SimulatorClock clock = simulator.clock();
        return json(Map.of("now", clock.now(), "mode", clock.mode(), "scale", clock.scale()));
    }

    private static Response json(Object value) {
        return Response.of(200, "application/json", Json.bytes(value));
    }

    private static Response error(int status, String message) {
        return Response.of(status, "application/json", Json.bytes(Map.of("message", message)));
    }
}
