package io.jenkins.plugins.drs.simulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/** A map from text whose size is within limits. */
record MapShape(Shape key, Shape value, int min, int max) implements Shape {

    @Override
    public void check(String path, JsonNode map, List<Violation> found) {
        if (!map.isObject()) {
            found.add(Violation.type(path, "a map"));
            return;
        }
        if (map.size() < min) {
            found.add(Violation.constraint(path, map, "Member must have length greater than or equal to " + min));
        }
        if (map.size() > max) {
            found.add(Violation.constraint(
                    path, map.size() + " entries", "Member must have length less than or equal to " + max));
        }
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            key.check(path + ".key", TextNode.valueOf(entry.getKey()), found);
            String valuePath = path + "." + entry.getKey() + ".member";
            if (entry.getValue().isNull()) {
                found.add(Violation.missing(valuePath));
            } else {
                value.check(valuePath, entry.getValue(), found);
            }
        }
    }
}
