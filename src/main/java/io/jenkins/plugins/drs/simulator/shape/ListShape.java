package io.jenkins.plugins.drs.simulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** A list whose length is within limits. */
record ListShape(Shape member, int min, int max) implements Shape {

    @Override
    public void check(String path, JsonNode value, List<Violation> found) {
        if (!value.isArray()) {
            found.add(Violation.type(path, "a list"));
            return;
        }
        if (value.size() < min) {
            found.add(Violation.constraint(path, value, "Member must have length greater than or equal to " + min));
        }
        if (value.size() > max) {
            found.add(Violation.constraint(
                    path, value.size() + " entries", "Member must have length less than or equal to " + max));
        }
        for (int i = 0; i < value.size(); i++) {
            String entry = path + "." + (i + 1) + ".member";
            if (value.get(i).isNull()) {
                found.add(Violation.missing(entry));
            } else {
                member.check(entry, value.get(i), found);
            }
        }
    }

    @Override
    public JsonNode typed(JsonNode value) {
        if (!value.isArray()) {
            return value;
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        value.forEach(entry -> copy.add(member.typed(entry)));
        return copy;
    }
}
