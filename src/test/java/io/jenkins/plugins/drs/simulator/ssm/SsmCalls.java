package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.drs.simulator.SimulatedAws;
import io.jenkins.plugins.drs.simulator.WireRequests;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.time.Duration;
import java.util.Optional;

/** What tests say to Systems Manager. */
final class SsmCalls {
    private final SimulatedAws aws;

    SsmCalls(SimulatedAws aws) {
        this.aws = aws;
    }

    /** With documents, parameters and the like of one Region, in JSON. */
    static SsmCalls with(String region) {
        return new SsmCalls(SimulatedAws.of("{\"timing\": {\"jitter\": 0}, \"accounts\": [{\"accountId\": \""
                + SimulatedAws.ACCOUNT + "\", \"regions\": {\"us-east-1\": {" + region + "}}}]}"));
    }

    JsonNode call(String operation, String input) {
        Response response = response(operation, input);
        if (response.status() != 200) {
            throw new AssertionError("Expected " + operation + " to succeed, but: " + response.text());
        }
        return SimulatedAws.json(response);
    }

    /** The error code with which a call is refused; empty when it succeeds. */
    Optional<String> refusal(String operation, String input) {
        return SimulatedAws.error(response(operation, input));
    }

    /** Starts an automation and returns its id. */
    String start(String document) {
        return call("StartAutomationExecution", "{\"DocumentName\": \"" + document + "\"}")
                .get("AutomationExecutionId")
                .asText();
    }

    JsonNode execution(String id) {
        return call("GetAutomationExecution", "{\"AutomationExecutionId\": \"" + id + "\"}")
                .get("AutomationExecution");
    }

    String status(String id) {
        return execution(id).get("AutomationExecutionStatus").asText();
    }

    SsmCalls after(long seconds) {
        aws.after(Duration.ofSeconds(seconds));
        return this;
    }

    SimulatedAws aws() {
        return aws;
    }

    private Response response(String operation, String input) {
        return aws.simulator().handle(WireRequests.json("ssm", "AmazonSSM." + operation, input));
    }
}
