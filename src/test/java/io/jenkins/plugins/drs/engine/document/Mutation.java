package io.jenkins.plugins.drs.engine.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Changes one value of a document. */
final class Mutation {
    private final List<Consumer<JsonNode>> places = new ArrayList<>();

    private Mutation() {}

    /** The document with the value at a place, counted around, replaced, or removed, or one more value in a list. */
    static JsonNode of(JsonNode document, int place, JsonNode value) {
        Mutation mutation = new Mutation();
        mutation.collect(document);
        mutation.places.get(Math.floorMod(place, mutation.places.size())).accept(value);
        return document;
    }

    private void collect(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                places.add(value -> object.set(name, value));
                places.add(value -> object.remove(name));
                collect(object.get(name));
            }
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                int at = index;
                places.add(value -> array.set(at, value));
                collect(array.get(index));
            }
            places.add(array::add);
        }
    }
}
