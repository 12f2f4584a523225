package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the tree of a document from what its parser meets, holds it within the limits and reports double keys. */
final class TreeBuilder {
    /** A long text counts as several values, lest a few aliases repeat it thousands of times. */
    private static final int CHARACTERS_OF_A_VALUE = 1000;

    private final Deque<Open> stack = new ArrayDeque<>();
    private final DocumentLimits limits;
    private final Findings findings;
    private int values;
    private Node root;

    TreeBuilder(DocumentLimits limits, Findings findings) {
        this.limits = limits;
        this.findings = findings;
    }

    /** An object or list that has not ended yet. */
    private static final class Open {
        private final Map<String, Node.Member> members = new LinkedHashMap<>();
        private final List<Node> elements = new ArrayList<>();
        private final Position position;
        private final JsonPointer pointer;
        private final boolean isMapping;
        private final int valuesBefore;
        private String key;
        private Position keyPosition;

        Open(Position position, JsonPointer pointer, boolean isMapping, int valuesBefore) {
            this.position = position;
            this.pointer = pointer;
            this.isMapping = isMapping;
            this.valuesBefore = valuesBefore;
        }

        JsonPointer next() {
            return isMapping ? pointer.child(key) : pointer.child(elements.size());
        }
    }

    /** A value and how many values it counts for. */
    record Weighed(Node node, int weight) {}

    void start(Position position, boolean isMapping) throws RefusedDocumentException {
        if (stack.size() >= limits.maxDepth()) {
            throw new RefusedDocumentException(
                    position,
                    "The document is nested more than " + limits.maxDepth() + " levels deep",
                    "A configuration needs fewer than 10");
        }
        JsonPointer pointer = stack.isEmpty() ? JsonPointer.ROOT : stack.peek().next();
        stack.push(new Open(position, pointer, isMapping, values));
        count(position, 1);
    }

    Weighed end() {
        Open open = stack.pop();
        Node node = open.isMapping
                ? new Node.Mapping(open.position, open.members)
                : new Node.Sequence(open.position, open.elements);
        attach(node);
        return new Weighed(node, values - open.valuesBefore);
    }

    Weighed scalar(Position position, Node.Kind kind, String text) throws RefusedDocumentException {
        refuseHalfCharacters(position, text);
        Node node = new Node.Scalar(position, kind, text);
        int weight = 1 + text.length() / CHARACTERS_OF_A_VALUE;
        count(position, weight);
        attach(node);
        return new Weighed(node, weight);
    }

    /** Puts a value again that stands elsewhere in the document. */
    void again(Position position, Weighed value) throws RefusedDocumentException {
        count(position, value.weight());
        attach(value.node());
    }

    /** Whether the next scalar is a key of the object that is open. */
    boolean expectsKey() {
        return !stack.isEmpty() && stack.peek().isMapping && stack.peek().key == null;
    }

    void key(Position position, String text) throws RefusedDocumentException {
        refuseHalfCharacters(position, text);
        stack.peek().key = text;
        stack.peek().keyPosition = position;
    }

    /** The whole document; null when it is empty. */
    Node root() {
        return root;
    }

    private void attach(Node node) {
        Open open = stack.peek();
        if (open == null) {
            root = node;
        } else if (open.isMapping) {
            member(open, node);
        } else {
            open.elements.add(node);
        }
    }

    private void member(Open open, Node node) {
        Node.Member first = open.members.putIfAbsent(open.key, new Node.Member(open.keyPosition, node));
        if (first != null) {
            findings.error(
                    open.pointer.child(open.key),
                    open.keyPosition,
                    "The field " + Shown.quoted(open.key) + " is there twice, first on line "
                            + first.keyPosition().line(),
                    "Keep one of them");
        }
        open.key = null;
    }

    private void count(Position position, int weight) throws RefusedDocumentException {
        values += weight;
        if (values > limits.maxValues()) {
            throw new RefusedDocumentException(
                    position,
                    "The document holds more than " + limits.maxValues() + " values, aliases followed",
                    "Split it, and write values out instead of nesting aliases");
        }
    }

    /** Half of a surrogate pair can be escaped in JSON, but it is no character and cannot be written again. */
    private static void refuseHalfCharacters(Position position, String text) throws RefusedDocumentException {
        if (hasHalfCharacter(text)) {
            throw new RefusedDocumentException(
                    position, "The text " + Shown.quoted(text) + " contains half a character", "Correct the escape");
        }
    }

    private static boolean hasHalfCharacter(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (Character.isHighSurrogate(character)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                index++;
            } else if (Character.isSurrogate(character)) {
                return true;
            }
        }
        return false;
    }
}
