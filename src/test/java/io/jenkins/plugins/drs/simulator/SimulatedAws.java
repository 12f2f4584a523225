package io.jenkins.plugins.drs.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A client of a simulator in virtual time, within the process: what tests say to DRS and see of it. */
public final class SimulatedAws implements AutoCloseable {
    public static final String ACCOUNT = "123456789012";
    public static final String REGION = "us-east-1";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Simulator simulator;

    private SimulatedAws(Simulator simulator) {
        this.simulator = simulator;
    }

    /** With the source servers, in JSON, of one account and Region, and what else the environment has. */
    public static SimulatedAws with(String sourceServers, String rest) {
        return of("{\"timing\": {\"jitter\": 0}," + rest + "\"accounts\": [{\"accountId\": \"" + ACCOUNT
                + "\", \"regions\": {\"" + REGION + "\": {\"sourceServers\": [" + sourceServers + "]}}}]}");
    }

    /** With source servers alone. */
    public static SimulatedAws with(String sourceServers) {
        return with(sourceServers, "");
    }

    /** With an environment in JSON. */
    public static SimulatedAws of(String environment) {
        return new SimulatedAws(Simulator.start(SimulatorOptions.of(environment).inProcess()));
    }

    /** Calls DRS and expects success. */
    public JsonNode drs(String operation, String input) {
        Response response = call("POST", "/" + operation, input);
        if (response.status() >= 300) {
            throw new AssertionError("Expected " + operation + " to succeed, but: " + response.text());
        }
        return json(response);
    }

    /** Calls DRS, whatever comes. */
    public Response call(String method, String pathAndQuery, String body) {
        return simulator.handle(request(method, pathAndQuery, body, REGION));
    }

    /** A signed request to DRS. */
    public static Request request(String method, String pathAndQuery, String body, String region) {
        String[] parts = pathAndQuery.split("\\?", 2);
        return new Request(
                method,
                parts[0],
                parts.length > 1 ? parts[1] : "",
                signed("AKIAEXAMPLE", region, "drs"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Headers of a signed request. */
    public static Map<String, String> signed(String key, String region, String service) {
        return new HashMap<>(Map.of(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + key + "/20260105/" + region + "/" + service
                        + "/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64)));
    }

    /** The one server, by host name. */
    public String server(String hostname) {
        return find("DescribeSourceServers", "sourceProperties", hostname);
    }

    /** Starts a drill of servers, by host name, and returns the job's id. */
    public String drill(String... hostnames) {
        return drs("StartRecovery", launch(true, hostnames)).at("/job/jobID").asText();
    }

    /** Input of StartRecovery for servers, by host name. */
    public String launch(boolean drill, String... hostnames) {
        StringBuilder servers = new StringBuilder();
        for (String hostname : hostnames) {
            servers.append(servers.isEmpty() ? "" : ",")
                    .append("{\"sourceServerID\": \"")
                    .append(server(hostname))
                    .append("\"}");
        }
        return "{\"sourceServers\": [" + servers + "], \"isDrill\": " + drill + "}";
    }

    /** A job as it is now. */
    public JsonNode job(String id) {
        return drs("DescribeJobs", "{\"filters\": {\"jobIDs\": [\"" + id + "\"]}}")
                .at("/items/0");
    }

    /** Recovery instances as they are now. */
    public JsonNode instances() {
        return drs("DescribeRecoveryInstances", "{}").get("items");
    }

    /** Starts a terminate job for an instance and returns its id. */
    public String terminate(String instanceId) {
        return drs("TerminateRecoveryInstances", "{\"recoveryInstanceIDs\": [\"" + instanceId + "\"]}")
                .at("/job/jobID")
                .asText();
    }

    /** Lets simulated time pass. */
    public SimulatedAws after(Duration duration) {
        simulator.clock().advance(duration);
        return this;
    }

    public Simulator simulator() {
        return simulator;
    }

    /** A response's body as a tree. */
    public static JsonNode json(Response response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The error code of a response. */
    public static Optional<String> error(Response response) {
        return Optional.ofNullable(json(response).path("__type").textValue());
    }

    @Override
    public void close() {
        simulator.close();
    }

    private String find(String operation, String properties, String hostname) {
        for (JsonNode item : drs(operation, "{}").get("items")) {
            if (item.at("/" + properties + "/identificationHints/hostname")
                    .asText()
                    .equals(hostname)) {
                return item.get("sourceServerID").asText();
            }
        }
        throw new AssertionError("Expected a server " + hostname + ", but there is none");
    }
}
