package io.jenkins.plugins.drs.simulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.List;

/** A whole number within limits. */
record IntegerShape(long min, long max) implements Shape {

    @Override
    public void check(String path, JsonNode value, List<Violation> found) {
        if (!value.isIntegralNumber()) {
            found.add(Violation.type(path, "an integer"));
        } else if (value.asLong() < min) {
            found.add(Violation.constraint(
                    path, value.asLong(), "Member must have value greater than or equal to " + min));
        } else if (value.asLong() > max) {
            found.add(
                    Violation.constraint(path, value.asLong(), "Member must have value less than or equal to " + max));
        }
    }

    @Override
    public JsonNode typed(JsonNode value) {
        return value.isTextual() && value.textValue().matches("-?[0-9]{1,18}")
                ? LongNode.valueOf(Long.parseLong(value.textValue()))
                : value;
    }
}
