package io.jenkins.plugins.drs.simulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a value must look like, declared once per operation and checked as AWS checks it. Members that
 * are not declared are let through, as AWS does.
 */
public interface Shape {

    /** Adds to {@code found} whatever is wrong with a value that is there. */
    void check(String path, JsonNode value, List<Violation> found);

    /** The same value with text turned into the type of this shape; text that does not fit stays. */
    default JsonNode typed(JsonNode value) {
        return value;
    }

    /** Everything that is wrong with a value. */
    default List<Violation> violations(JsonNode value) {
        List<Violation> found = new ArrayList<>();
        check("", value, found);
        return found;
    }

    /** An object. */
    static StructureShape structure() {
        return new StructureShape();
    }

    /** Text of any length. */
    static StringShape string() {
        return new StringShape(0, Integer.MAX_VALUE, null, List.of());
    }

    /** Text of a length. */
    static StringShape string(int min, int max) {
        return string().length(min, max);
    }

    /** One of some words. */
    static StringShape oneOf(String... words) {
        return new StringShape(0, Integer.MAX_VALUE, null, List.of(words));
    }

    /** A whole number within limits. */
    static Shape integer(long min, long max) {
        return new IntegerShape(min, max);
    }

    /** True or false. */
    static Shape bool() {
        return new BooleanShape();
    }

    /** A list whose length is within limits. */
    static Shape list(Shape member, int min, int max) {
        return new ListShape(member, min, max);
    }

    /** A map from text whose size is within limits. */
    static Shape map(Shape key, Shape value, int min, int max) {
        return new MapShape(key, value, min, max);
    }

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
                found.add(Violation.constraint(
                        path, value.asLong(), "Member must have value less than or equal to " + max));
            }
        }

        @Override
        public JsonNode typed(JsonNode value) {
            return value.isTextual() && value.textValue().matches("-?[0-9]{1,18}")
                    ? LongNode.valueOf(Long.parseLong(value.textValue()))
                    : value;
        }
    }

    /** Text with limits on its length, a pattern, or a set of words. */
    final class StringShape implements Shape {
        private final int min;
        private final int max;
        private final Pattern pattern;
        private final List<String> words;

        StringShape(int min, int max, Pattern pattern, List<String> words) {
            this.min = min;
            this.max = max;
            this.pattern = pattern;
            this.words = words;
        }

        /** With limits on its length. */
        public StringShape length(int shortest, int longest) {
            return new StringShape(shortest, longest, pattern, words);
        }

        /** All of it must match. */
        public StringShape pattern(String regex) {
            return new StringShape(min, max, Pattern.compile(regex), words);
        }

        @Override
        public void check(String path, JsonNode value, List<Violation> found) {
            if (!value.isTextual()) {
                found.add(Violation.type(path, "a string"));
                return;
            }
            String text = value.textValue();
            if (text.length() < min) {
                refuse(path, text, "Member must have length greater than or equal to " + min, found);
            }
            if (text.length() > max) {
                refuse(path, text, "Member must have length less than or equal to " + max, found);
            }
            if (pattern != null && !pattern.matcher(text).matches()) {
                refuse(path, text, "Member must satisfy regular expression pattern: " + pattern, found);
            }
            if (!words.isEmpty() && !words.contains(text)) {
                refuse(path, text, "Member must satisfy enum value set: " + words, found);
            }
        }

        private static void refuse(String path, String text, String constraint, List<Violation> found) {
            String shown = text.length() > 256 ? text.substring(0, 256) + "..." : text;
            found.add(Violation.constraint(path, shown, constraint));
        }
    }

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
}
