package io.jenkins.plugins.drs.engine.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes documents, strictly. */
final class Utf8 {
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
                    "The document is not UTF-8: byte " + bytes.position() + " (counted from 0) does not belong there",
                    REMEDY);
        }
        boolean marked = text.hasRemaining() && text.charAt(0) == BYTE_ORDER_MARK;
        return text.subSequence(marked ? 1 : 0, text.length()).toString();
    }

    private static void refuseUtf16(byte[] content) throws RefusedDocumentException {
        if (content.length >= 2 && (content[0] & 0xFF) + (content[1] & 0xFF) == 0xFF + 0xFE) {
            throw new RefusedDocumentException(
                    new Position(1, 1), "The document is not UTF-8: byte 0 begins a UTF-16 byte order mark", REMEDY);
        }
    }
}
