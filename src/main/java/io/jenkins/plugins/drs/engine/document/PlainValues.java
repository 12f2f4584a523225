package io.jenkins.plugins.drs.engine.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns values into plain maps, lists, strings, numbers, booleans and nulls, and back. */
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

    /** The tree of plain values; it has no lines. */
    static Node tree(Object value, TreeBuilder tree) throws RefusedDocumentException {
        build(value, tree);
        return tree.root();
    }

    private static void build(Object value, TreeBuilder tree) throws RefusedDocumentException {
        if (value instanceof Map<?, ?> map) {
            tree.start(Position.UNKNOWN, true);
            for (Map.Entry<?, ?> member : map.entrySet()) {
                tree.key(Position.UNKNOWN, String.valueOf(member.getKey()));
                build(member.getValue(), tree);
            }
            tree.end();
        } else if (value instanceof List<?> list) {
            tree.start(Position.UNKNOWN, false);
            for (Object element : list) {
                build(element, tree);
            }
            tree.end();
        } else {
            tree.scalar(Position.UNKNOWN, kind(value), String.valueOf(value));
        }
    }

    private static Node.Kind kind(Object value) {
        if (value == null) {
            return Node.Kind.NULL;
        }
        if (value instanceof Boolean) {
            return Node.Kind.BOOLEAN;
        }
        return value instanceof Number ? Node.Kind.NUMBER : Node.Kind.STRING;
    }
}
