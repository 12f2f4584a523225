package io.jenkins.plugins.drs.engine.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Reads JSON token by token. */
final class JsonTreeReader {
    private static final int LONGEST_NUMBER = 1000;

    /** How Jackson points to another place within a message. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: .*?line: (\\d+), column: (\\d+)]");

    private final TreeBuilder tree;
    private final JsonFactory factory;

    JsonTreeReader(DocumentLimits limits, Findings findings) {
        tree = new TreeBuilder(limits, findings);
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxDepth() + 1)
                        .maxStringLength((int) limits.maxBytes())
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
    }

    Node read(String text) throws RefusedDocumentException {
        try (JsonParser parser = factory.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (tree.root() != null) {
                    throw new RefusedDocumentException(
                            position(parser.currentTokenLocation()),
                            "Something follows after the end of the document",
                            "Write one object and nothing after it");
                }
                accept(parser, token);
            }
            return tree.root();
        } catch (JsonProcessingException broken) {
            throw new RefusedDocumentException(
                    position(broken.getLocation()),
                    "This is not JSON: " + firstLine(broken.getOriginalMessage()),
                    "Look for a missing or surplus comma, quote or bracket here or just before");
        } catch (IOException impossible) {
            throw new UncheckedIOException("Expected to read a string, but failed", impossible);
        }
    }

    private void accept(JsonParser parser, JsonToken token) throws IOException, RefusedDocumentException {
        Position position = position(parser.currentTokenLocation());
        switch (token) {
            case START_OBJECT -> tree.start(position, true);
            case START_ARRAY -> tree.start(position, false);
            case END_OBJECT, END_ARRAY -> tree.end();
            case FIELD_NAME -> tree.key(position, parser.currentName());
            default -> tree.scalar(position, kind(token), parser.getText());
        }
    }

    private static Node.Kind kind(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Node.Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Node.Kind.BOOLEAN;
            case VALUE_NULL -> Node.Kind.NULL;
            default -> Node.Kind.STRING;
        };
    }

    private static Position position(JsonLocation location) {
        return location == null
                ? Position.UNKNOWN
                : new Position(Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()));
    }

    private static String firstLine(String message) {
        return SOURCE.matcher(message.lines().findFirst().orElse("")).replaceAll("line $1, column $2");
    }
}
