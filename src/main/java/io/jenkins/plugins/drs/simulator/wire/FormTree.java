package io.jenkins.plugins.drs.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;

/**
 * A query form as a tree: {@code Filter.1.Name=x} becomes {@code {"Filter":[{"Name":"x"}]}}. The word
 * {@code member} that STS puts before an index is dropped.
 */
final class FormTree {

    private FormTree() {}

    static ObjectNode of(List<Map.Entry<String, String>> pairs) {
        ObjectNode root = Json.object();
        for (Map.Entry<String, String> pair : pairs) {
            put(root, pair.getKey().split("\\."), pair.getValue());
        }
        return (ObjectNode) listsIn(root);
    }

    private static void put(ObjectNode root, String[] steps, String value) {
        ObjectNode node = root;
        for (int i = 0; i < steps.length - 1; i++) {
            boolean listMarker = steps[i].equals("member") && steps[i + 1].matches("[0-9]+");
            if (!listMarker) {
                JsonNode child = node.get(steps[i]);
                node = child instanceof ObjectNode object ? object : node.putObject(steps[i]);
            }
        }
        node.set(steps[steps.length - 1], TextNode.valueOf(value));
    }

    private static JsonNode listsIn(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = Json.object();
        ArrayNode list = Json.array();
        boolean numbered = !object.isEmpty();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = listsIn(field.getValue());
            numbered &= field.getKey().matches("[0-9]+");
            copy.set(field.getKey(), value);
            list.add(value);
        }
        return numbered ? list : copy;
    }
}
