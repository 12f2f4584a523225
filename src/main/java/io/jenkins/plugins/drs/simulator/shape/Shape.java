package io.jenkins.plugins.drs.simulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

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
}
