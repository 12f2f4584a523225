package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML event by event. Nothing is constructed and no tag is resolved; an alias counts as much as what it
 * repeats, so that aliases of aliases end at the limit instead of in memory.
 */
final class YamlTreeReader {
    private static final int LONGEST_LINE = 100_000;
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> COLLECTION_TAGS = Set.of(CORE + "map", CORE + "seq", "!");
    private static final Set<String> PLAIN_TAGS = Set.of(CORE + "int", CORE + "float", CORE + "bool", CORE + "null");
    private static final Set<String> STRING_TAGS = Set.of(CORE + "str", "!");

    private final Map<String, TreeBuilder.Weighed> anchors = new HashMap<>();
    private final Deque<String> openAnchors = new ArrayDeque<>();
    private final TreeBuilder tree;
    private final LoaderOptions options = new LoaderOptions();
    private int documents;

    YamlTreeReader(DocumentLimits limits, Findings findings) {
        tree = new TreeBuilder(limits, findings);
        options.setCodePointLimit((int) limits.maxBytes());
        options.setNestingDepthLimit(limits.maxDepth());
        options.setProcessComments(false);
    }

    /** The document's value; null when it has none. */
    Node read(String text) throws RefusedDocumentException {
        refuseLongLines(text);
        try {
            for (Event event : new Yaml(new SafeConstructor(options)).parse(new StringReader(text))) {
                accept(event);
            }
            return tree.root();
        } catch (MarkedYAMLException broken) {
            throw broken(position(broken.getProblemMark()), broken.getProblem());
        } catch (ReaderException broken) {
            int offset =
                    text.offsetByCodePoints(0, Math.min(broken.getPosition(), text.codePointCount(0, text.length())));
            throw broken(
                    Position.at(text, offset),
                    "the character U+" + String.format("%04X", broken.getCodePoint()) + " is not allowed");
        } catch (YAMLException broken) {
            throw broken(Position.UNKNOWN, broken.getMessage());
        }
    }

    /** The scanner takes time with the square of a token's length, and a token without line breaks can be long. */
    private static void refuseLongLines(String text) throws RefusedDocumentException {
        int lineStart = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '\n' || character == '\r') {
                lineStart = index + 1;
            } else if (index - lineStart >= LONGEST_LINE) {
                throw new RefusedDocumentException(
                        Position.at(text, index),
                        "A line has more than " + LONGEST_LINE + " characters",
                        "Break it, or write the document as JSON");
            }
        }
    }

    private static RefusedDocumentException broken(Position position, String reason) {
        return new RefusedDocumentException(
                position,
                "This is not YAML: " + reason.lines().findFirst().orElse(""),
                "Look at the indentation, and for a missing quote or colon, here or just before");
    }

    private void accept(Event event) throws RefusedDocumentException {
        Position position = position(event.getStartMark());
        if (event instanceof DocumentStartEvent) {
            if (++documents > 1) {
                throw new RefusedDocumentException(
                        position, "A second document begins here", "Write one document to a file");
            }
        } else if (event instanceof NodeEvent node) {
            node(node, position);
        } else if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
            remember(openAnchors.pop(), tree.end());
        }
    }

    private void node(NodeEvent event, Position position) throws RefusedDocumentException {
        if (event instanceof AliasEvent) {
            alias(event.getAnchor(), position);
        } else if (event instanceof ScalarEvent scalar) {
            scalar(scalar, position);
        } else if (tree.expectsKey()) {
            throw new RefusedDocumentException(position, "A key is an object or a list", "Write plain words as keys");
        } else if (event instanceof MappingStartEvent mapping) {
            open(mapping.getTag(), mapping.getAnchor(), position, true);
        } else if (event instanceof SequenceStartEvent sequence) {
            open(sequence.getTag(), sequence.getAnchor(), position, false);
        }
    }

    private void open(String tag, String anchor, Position position, boolean isMapping) throws RefusedDocumentException {
        refuseTag(tag, isIn(COLLECTION_TAGS, tag), position);
        openAnchors.push(anchor == null ? "" : anchor);
        tree.start(position, isMapping);
    }

    private void scalar(ScalarEvent event, Position position) throws RefusedDocumentException {
        String tag = event.getTag();
        refuseTag(tag, isIn(STRING_TAGS, tag) || isIn(PLAIN_TAGS, tag), position);
        if (tree.expectsKey()) {
            key(event, position);
            return;
        }
        boolean plain = event.isPlain() && !isIn(STRING_TAGS, tag) || isIn(PLAIN_TAGS, tag);
        Node.Kind kind = plain ? PlainScalars.kind(event.getValue()) : Node.Kind.STRING;
        String anchor = event.getAnchor() == null ? "" : event.getAnchor();
        remember(anchor, tree.scalar(position, kind, event.getValue()));
    }

    private void key(ScalarEvent event, Position position) throws RefusedDocumentException {
        if (event.isPlain() && event.getValue().equals("<<")) {
            throw new RefusedDocumentException(
                    position, "Merge keys ('<<') are not supported", "Write the fields out, or repeat them by alias");
        }
        tree.key(position, event.getValue());
    }

    private void alias(String name, Position position) throws RefusedDocumentException {
        TreeBuilder.Weighed value = anchors.get(name);
        if (value == null) {
            throw new RefusedDocumentException(
                    position,
                    "The alias " + Shown.quoted(name)
                            + (openAnchors.contains(name) ? " repeats itself" : " is not defined"),
                    "Define it with '&' before it is used, or write the value out");
        }
        if (tree.expectsKey()) {
            throw new RefusedDocumentException(position, "A key is an alias", "Write plain words as keys");
        }
        tree.again(position, value);
    }

    private void remember(String anchor, TreeBuilder.Weighed value) {
        if (!anchor.isEmpty()) {
            anchors.put(anchor, value);
        }
    }

    private static boolean isIn(Set<String> tags, String tag) {
        return tag != null && tags.contains(tag);
    }

    private static void refuseTag(String tag, boolean known, Position position) throws RefusedDocumentException {
        if (tag != null && !known) {
            throw new RefusedDocumentException(
                    position,
                    "The tag " + Shown.quoted(tag) + " is not allowed",
                    "Remove it; a configuration needs no tags");
        }
    }

    private static Position position(Mark mark) {
        return mark == null ? Position.UNKNOWN : new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
