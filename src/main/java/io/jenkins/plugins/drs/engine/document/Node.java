package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.List;
import java.util.Map;

/** A value of a document, JSON or YAML alike, with the place where it begins. */
sealed interface Node {
    Position position();

    /** What this is, for messages: {@code an object}, {@code a list} or the kind of scalar. */
    String description();

    /** An object; members in document order. */
    record Mapping(Position position, Map<String, Member> members) implements Node {
        @Override
        public String description() {
            return "an object";
        }
    }

    /** A member of an object. */
    record Member(Position keyPosition, Node value) {}

    /** A list. */
    record Sequence(Position position, List<Node> elements) implements Node {
        @Override
        public String description() {
            return "a list";
        }
    }

    /**
     * A scalar.
     *
     * @param text as it is written, without quotes and escapes; a number or word is never converted and back
     */
    record Scalar(Position position, Kind kind, String text) implements Node {
        @Override
        public String description() {
            return kind == Kind.NULL ? "nothing" : Shown.quoted(text);
        }

        boolean isNull() {
            return kind == Kind.NULL;
        }
    }

    /** What a scalar is by its notation. */
    enum Kind {
        /** In quotes. */
        STRING,
        /** Without quotes in YAML, and neither number, boolean nor null: also {@code yes}, {@code 0123}, dates. */
        PLAIN,
        /** A number in JSON's notation. */
        NUMBER,
        BOOLEAN,
        NULL
    }
}
