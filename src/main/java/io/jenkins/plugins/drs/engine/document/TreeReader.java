package io.jenkins.plugins.drs.engine.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a tree from bytes that are JSON or YAML. */
final class TreeReader {
    /** Whoever quotes the first key means JSON. */
    private static final Pattern QUOTED_KEY = Pattern.compile("\\s*\\{\\s*\"");

    private final String source;
    private final DocumentLimits limits;
    private final Findings findings;

    TreeReader(String source, DocumentLimits limits, Findings findings) {
        this.source = source.toLowerCase(Locale.ROOT);
        this.limits = limits;
        this.findings = findings;
    }

    /** The document's value; null when it has none. */
    Node read(byte[] bytes) throws RefusedDocumentException {
        String text = Utf8.decode(bytes);
        if (!looksLikeJson(text)) {
            return yaml(text);
        }
        return source.endsWith(".json") ? json(text) : jsonOrElseYaml(text);
    }

    private static boolean looksLikeJson(String text) {
        String trimmed = text.stripLeading();
        return trimmed.startsWith("{") || trimmed.startsWith("[");
    }

    /** YAML, too, may begin with a brace; where it is neither, the complaint is about what the name promises. */
    private Node jsonOrElseYaml(String text) throws RefusedDocumentException {
        Findings ofJson = new Findings(source);
        try {
            Node root = new JsonTreeReader(limits, ofJson).read(text);
            findings.addAll(ofJson);
            return root;
        } catch (RefusedDocumentException notJson) {
            return yamlInsteadOf(notJson, text);
        }
    }

    private Node yamlInsteadOf(RefusedDocumentException notJson, String text) throws RefusedDocumentException {
        Findings ofYaml = new Findings(source);
        try {
            Node root = new YamlTreeReader(limits, ofYaml).read(text);
            findings.addAll(ofYaml);
            return root;
        } catch (RefusedDocumentException notYaml) {
            boolean calledYaml = source.endsWith(".yaml") || source.endsWith(".yml");
            throw calledYaml && !QUOTED_KEY.matcher(text).lookingAt() ? notYaml : notJson;
        }
    }

    private Node json(String text) throws RefusedDocumentException {
        return new JsonTreeReader(limits, findings).read(text);
    }

    private Node yaml(String text) throws RefusedDocumentException {
        return new YamlTreeReader(limits, findings).read(text);
    }

    /** Decodes documents, strictly. */
    private static final class Utf8 {
        private static final char BYTE_ORDER_MARK = '\uFEFF';
        private static final String REMEDY = "Save the document as UTF-8";

        private Utf8() {}

        /** The text without its byte order mark, if it has one. */
        static String decode(byte[] content) throws RefusedDocumentException {
            refuseUtf16(content);
            CharsetDecoder decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            ByteBuffer bytes = ByteBuffer.wrap(content);
            CharBuffer text = CharBuffer.allocate(content.length);
            CoderResult result = decoder.decode(bytes, text, true);
            text.flip();
            if (result.isError()) {
                throw new RefusedDocumentException(
                        Position.at(text, text.length()),
                        "The document is not UTF-8: byte " + bytes.position()
                                + " (counted from 0) does not belong there",
                        REMEDY);
            }
            boolean marked = text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK;
            return text.subSequence(marked ? 1 : 0, text.length()).toString();
        }

        private static void refuseUtf16(byte[] content) throws RefusedDocumentException {
            if (content.length >= 2 && (content[0] & 0xFF) + (content[1] & 0xFF) == 0xFF + 0xFE) {
                throw new RefusedDocumentException(
                        new Position(1, 1),
                        "The document is not UTF-8: byte 0 begins a UTF-16 byte order mark",
                        REMEDY);
            }
        }
    }
}
