package io.jenkins.plugins.drs.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.state.AwsState;
import io.jenkins.plugins.drs.simulator.state.CredentialBook.Caller;
import io.jenkins.plugins.drs.simulator.state.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call that reached its operation.
 *
 * @param region the caller's account in the Region of the signature
 * @param input has the shape that the operation declares
 */
public record Call(String operation, Region region, Caller caller, String requestId, ObjectNode input) {

    public AwsState world() {
        return region.world();
    }

    /** The present, simulated. */
    public Instant now() {
        return region.world().now();
    }

    /** Whether that many seconds have passed since the start of the environment. */
    public boolean hasPassed(int seconds) {
        return !now().isBefore(world().start().plusSeconds(seconds));
    }

    /** A text member; empty when it is absent. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(input.path(name).textValue());
    }

    /** A flag; false when it is absent. */
    public boolean flag(String name) {
        return input.path(name).asBoolean(false);
    }

    /** A list of texts; empty when it is absent. */
    public List<String> texts(String name) {
        return textsOf(input.path(name));
    }

    /** A list of texts in a structure that is a member, such as a filter; empty when it is absent. */
    public List<String> texts(String structure, String name) {
        return textsOf(input.path(structure).path(name));
    }

    /** A map of texts; empty when it is absent. */
    public Map<String, String> textMap(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        input.path(name)
                .properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    private static List<String> textsOf(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}
