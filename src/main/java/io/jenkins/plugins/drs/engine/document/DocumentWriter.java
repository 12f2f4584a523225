package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes configurations as documents of version 2.1.0.
 *
 * <p>The same configuration gives the same bytes on every machine. What was written reads back as an equal
 * configuration. Policies and waiting times are always written out, optional fields only where they have a value;
 * fields that this version does not know come last in the object that they were in.
 */
public final class DocumentWriter {
    private DocumentWriter() {}

    /** The document as UTF-8 with a line feed at its end. */
    public static byte[] write(DrConfiguration configuration, DocumentFormat format) {
        return text(configuration, format).getBytes(StandardCharsets.UTF_8);
    }

    /** The document as text with a line feed at its end. */
    public static String text(DrConfiguration configuration, DocumentFormat format) {
        Map<String, Object> document = tree(configuration);
        return format == DocumentFormat.YAML
                ? visible(YamlEmitter.text(document), "\\U%08X")
                : visible(JsonEmitter.text(document), "");
    }

    /**
     * The same document with every hidden character written as an escape; all of them stand within quotes.
     *
     * @param supplementary how one beyond U+FFFF is written; empty for two halves
     */
    private static String visible(String document, String supplementary) {
        StringBuilder text = new StringBuilder(document.length());
        document.codePoints().forEach(character -> {
            if (character == '\n' || !Shown.isHidden(character)) {
                text.appendCodePoint(character);
            } else if (Character.isSupplementaryCodePoint(character) && !supplementary.isEmpty()) {
                text.append(supplementary.formatted(character));
            } else {
                Character.toString(character).chars().forEach(half -> text.append("\\u%04X".formatted(half)));
            }
        });
        return text.toString();
    }

    /**
     * The document as plain maps, lists, texts, numbers and booleans; members in the order in which they are written.
     * Unknown fields may hold nulls.
     */
    public static Map<String, Object> tree(DrConfiguration configuration) {
        return DocumentFields.CONFIGURATION.write(configuration);
    }

    /** One line of JSON with the members in the order in which they are written. */
    public static String line(DrConfiguration configuration) {
        return JsonEmitter.line(tree(configuration));
    }

    /** One line of JSON with all members in alphabetical order and no spaces: the bytes to hash. */
    public static byte[] canonicalJson(DrConfiguration configuration) {
        return JsonEmitter.canonical(tree(configuration)).getBytes(StandardCharsets.UTF_8);
    }
}
