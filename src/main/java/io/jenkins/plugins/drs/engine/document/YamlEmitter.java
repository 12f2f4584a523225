package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes documents as YAML in block style, with quotes around every text that some YAML tool takes for another type. */
final class YamlEmitter {
    private static final ImplicitTuple IMPLICIT = new ImplicitTuple(true, true);

    private final Resolver yaml11 = new Resolver();
    private final Emitter emitter;

    private YamlEmitter(Emitter emitter) {
        this.emitter = emitter;
    }

    static String text(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setIndent(2);
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setAllowUnicode(true);
        StringWriter writer = new StringWriter();
        try {
            new YamlEmitter(new Emitter(writer, options)).emitDocument(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Expected to write to memory, but failed", impossible);
        }
        return writer.toString();
    }

    private void emitDocument(Map<String, Object> document) throws IOException {
        emitter.emit(new StreamStartEvent(null, null));
        emitter.emit(new DocumentStartEvent(null, null, false, null, Map.of()));
        emit(document);
        emitter.emit(new DocumentEndEvent(null, null, false));
        emitter.emit(new StreamEndEvent(null, null));
    }

    private void emit(Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            members(map);
        } else if (value instanceof List<?> list) {
            emitter.emit(new SequenceStartEvent(null, null, true, null, null, style(list.isEmpty())));
            for (Object element : list) {
                emit(element);
            }
            emitter.emit(new SequenceEndEvent(null, null));
        } else if (value instanceof Number || value instanceof Boolean || value == null) {
            emitter.emit(scalar(String.valueOf(value), ScalarStyle.PLAIN));
        } else {
            emitter.emit(text(value.toString()));
        }
    }

    private void members(Map<?, ?> members) throws IOException {
        emitter.emit(new MappingStartEvent(null, null, true, null, null, style(members.isEmpty())));
        for (Map.Entry<?, ?> member : members.entrySet()) {
            emitter.emit(text(String.valueOf(member.getKey())));
            emit(member.getValue());
        }
        emitter.emit(new MappingEndEvent(null, null));
    }

    private static FlowStyle style(boolean empty) {
        return empty ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    /** Plain where every reader, ours and YAML 1.1's, sees a text; the emitter quotes further where syntax asks for it. */
    private Event text(String text) {
        boolean plain = PlainScalars.kind(text) == Node.Kind.PLAIN
                && yaml11.resolve(NodeId.scalar, text, true).equals(Tag.STR);
        boolean oneLine = text.codePoints().noneMatch(YamlEmitter::needsEscape);
        return scalar(text, plain && oneLine ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }

    private static boolean needsEscape(int character) {
        return Shown.isHidden(character);
    }

    private static ScalarEvent scalar(String text, ScalarStyle style) {
        return new ScalarEvent(null, null, IMPLICIT, text, null, null, style);
    }
}
