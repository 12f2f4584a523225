package io.jenkins.plugins.drs.simulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An object with members, some of them required. Built once: each method changes and returns this shape. */
public final class StructureShape implements Shape {
    private final Map<String, Shape> members = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();

    StructureShape() {}

    /** With a member that must be there. */
    public StructureShape required(String name, Shape shape) {
        required.add(name);
        return optional(name, shape);
    }

    /** With a member that may be there. */
    public StructureShape optional(String name, Shape shape) {
        members.put(name, shape);
        return this;
    }

    @Override
    public void check(String path, JsonNode value, List<Violation> found) {
        if (!value.isObject()) {
            found.add(Violation.type(path, "a structure"));
            return;
        }
        members.forEach((name, shape) -> {
            String member = path.isEmpty() ? name : path + "." + name;
            if (value.hasNonNull(name)) {
                shape.check(member, value.get(name), found);
            } else if (required.contains(name)) {
                found.add(Violation.missing(member));
            }
        });
    }

    @Override
    public JsonNode typed(JsonNode value) {
        if (value instanceof ObjectNode object) {
            members.forEach((name, shape) -> {
                if (object.hasNonNull(name)) {
                    object.set(name, shape.typed(object.get(name)));
                }
            });
        }
        return value;
    }
}
