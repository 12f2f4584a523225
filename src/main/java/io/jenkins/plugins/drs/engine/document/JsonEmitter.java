package io.jenkins.plugins.drs.engine.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes documents as JSON. */
final class JsonEmitter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;
    private final boolean canonical;

    private JsonEmitter(JsonGenerator generator, boolean canonical) {
        this.generator = generator;
        this.canonical = canonical;
    }

    /** Two spaces of indentation and a line feed at the end. */
    static String text(Map<String, Object> document) {
        return emitted(document, true, false) + "\n";
    }

    /** No white space. */
    static String line(Map<String, Object> document) {
        return emitted(document, false, false);
    }

    /** Members sorted by name, no white space. */
    static String canonical(Map<String, Object> document) {
        return emitted(document, false, true);
    }

    private static String emitted(Map<String, Object> document, boolean indented, boolean canonical) {
        StringWriter writer = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(writer)) {
            if (indented) {
                generator.setPrettyPrinter(printer());
            }
            new JsonEmitter(generator, canonical).emit(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Expected to write to memory, but failed", impossible);
        }
        return writer.toString();
    }

    /** Does not depend on the machine's line separator. */
    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    private void emit(Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            members(map);
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                emit(element);
            }
            generator.writeEndArray();
        } else if (value instanceof Number number) {
            generator.writeNumber(number.toString());
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value == null) {
            generator.writeNull();
        } else {
            generator.writeString(value.toString());
        }
    }

    private void members(Map<?, ?> members) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> member : (canonical ? new TreeMap<>(members) : members).entrySet()) {
            generator.writeFieldName(String.valueOf(member.getKey()));
            emit(member.getValue());
        }
        generator.writeEndObject();
    }
}
