package io.jenkins.plugins.drs.engine.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns values that nobody interprets into plain maps, lists, strings, numbers, booleans and nulls. */
final class PlainValues {
    private PlainValues() {}

    static Object of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.members().forEach((name, member) -> values.put(name, of(member.value())));
            return Collections.unmodifiableMap(values);
        }
        if (node instanceof Node.Sequence sequence) {
            List<Object> values = new ArrayList<>();
            sequence.elements().forEach(element -> values.add(of(element)));
            return Collections.unmodifiableList(values);
        }
        return scalar((Node.Scalar) node);
    }

    private static Object scalar(Node.Scalar scalar) {
        return switch (scalar.kind()) {
            case STRING, PLAIN -> scalar.text();
            case NUMBER -> PlainScalars.number(scalar.text());
            case BOOLEAN -> scalar.text().equalsIgnoreCase("true");
            case NULL -> null;
        };
    }
}
