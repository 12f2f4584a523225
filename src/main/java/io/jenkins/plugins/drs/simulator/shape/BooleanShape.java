package io.jenkins.plugins.drs.simulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;

/** True or false. */
record BooleanShape() implements Shape {

    @Override
    public void check(String path, JsonNode value, List<Violation> found) {
        if (!value.isBoolean()) {
            found.add(Violation.type(path, "a boolean"));
        }
    }

    @Override
    public JsonNode typed(JsonNode value) {
        return value.isTextual() && value.textValue().matches("(?i)true|false")
                ? BooleanNode.valueOf(Boolean.parseBoolean(value.textValue()))
                : value;
    }
}
