package io.jenkins.plugins.drs.engine.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.LineUnreadable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Events as JSON: {@code {"v":1,"at":"...","type":"WaveMoved","data":{...}}}. The type is the simple name of the
 * event's record. Fields that this version does not know are passed over, so that an older version reads on.
 */
final class EventJson {
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), InstantJson.module(), ConfigurationJson.module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();
    private static final Map<String, Class<? extends ExecutionEvent>> TYPES = types();
    private static final Map<Class<? extends ExecutionEvent>, ObjectReader> READERS =
            TYPES.values().stream().collect(Collectors.toMap(Function.identity(), MAPPER::readerFor));

    private EventJson() {}

    static String write(Instant at, ExecutionEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("v", VERSION);
            json.writeStringField("at", InstantJson.text(at));
            json.writeStringField("type", event.getClass().getSimpleName());
            json.writeFieldName("data");
            MAPPER.writeValue(json, event);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Event " + event + " cannot be written as JSON", e);
        }
        return text.toString();
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException when the text is no event, or one of a version that is not known yet
     */
    static RecordedEvent read(long sequence, String json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return new Reading(sequence).read(parser);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Event " + sequence + " cannot be read: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Event " + sequence + " cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text is no file
        }
    }

    /** Makes an event of data. */
    @FunctionalInterface
    private interface Binding {
        ExecutionEvent bind() throws IOException;
    }

    /** Reads one event without building a tree of it; what it consists of may come in any order. */
    private static final class Reading {
        private final long sequence;
        private int version;
        private Instant at;
        private String type;
        private ExecutionEvent event;
        private JsonNode early;
        private boolean unreadable;

        Reading(long sequence) {
            this.sequence = sequence;
        }

        RecordedEvent read(JsonParser parser) throws IOException {
            parser.nextToken();
            while (!unreadable && parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                take(field, parser);
            }
            checkVersion();
            if (early != null && type != null) {
                event = event(() -> MAPPER.treeToValue(early, type(sequence, type)));
            }
            if (at == null || event == null) {
                throw new IllegalArgumentException(
                        "Event " + sequence + " cannot be read: Expected a time, a type and data");
            }
            return new RecordedEvent(sequence, at, event);
        }

        /** The event; where a line says what no event of its type can say, that it cannot be read. The first line has to be. */
        private ExecutionEvent event(Binding binding) throws IOException {
            try {
                return binding.bind();
            } catch (JsonMappingException | DateTimeException e) {
                if (sequence == 1 || at == null) {
                    throw e;
                }
                unreadable = true; // the parser stands somewhere in the data, which comes last
                String problem =
                        e instanceof JsonMappingException mapping ? mapping.getOriginalMessage() : e.getMessage();
                return new LineUnreadable(type, String.valueOf(problem));
            }
        }

        private void take(String field, JsonParser parser) throws IOException {
            switch (field) {
                case "v" -> version = parser.getValueAsInt();
                case "at" -> at = InstantJson.parse(parser.getValueAsString(""));
                case "type" -> type = parser.getValueAsString("");
                case "data" -> {
                    if (type != null && version == VERSION) { // types are known only of versions that are
                        ObjectReader reader = READERS.get(type(sequence, type));
                        event = event(() -> reader.readValue(parser));
                    } else {
                        early = MAPPER.readTree(parser);
                    }
                }
                default -> parser.skipChildren();
            }
        }

        private void checkVersion() {
            if (version != VERSION) {
                throw new IllegalArgumentException("Expected an event of version " + VERSION + ", but event " + sequence
                        + " has version " + version + ". A newer version of the product wrote it.");
            }
        }
    }

    private static Class<? extends ExecutionEvent> type(long sequence, String name) {
        Class<? extends ExecutionEvent> type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("Event " + sequence + " is of the unknown type '" + name + "'");
        }
        return type;
    }

    private static Map<String, Class<? extends ExecutionEvent>> types() {
        Map<String, Class<? extends ExecutionEvent>> types = new HashMap<>();
        EventTypes.all().forEach(type -> types.put(type.getSimpleName(), type));
        return types;
    }
}
