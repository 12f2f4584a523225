package io.jenkins.plugins.drs.engine.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Events as JSON: {@code {"v":1,"at":"...","type":"WaveMoved","data":{...}}}. The type is the simple name of the
 * event's record. Fields that this version does not know are passed over, so that an older version reads on.
 */
final class EventJson {
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), ScheduleJson.module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();
    private static final Map<String, Class<? extends ExecutionEvent>> TYPES = types();

    private EventJson() {}

    static String write(Instant at, ExecutionEvent event) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("v", VERSION);
        node.put("at", at.toString());
        node.put("type", event.getClass().getSimpleName());
        node.set("data", MAPPER.valueToTree(event));
        return node.toString();
    }

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException when the text is no event, or one of a version that is not known yet
     */
    static RecordedEvent read(long sequence, String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            int version = node.path("v").asInt();
            if (version != VERSION) {
                throw new IllegalArgumentException("Expected an event of version " + VERSION + ", but event " + sequence
                        + " has version " + version + ". A newer version of the product wrote it.");
            }
            Class<? extends ExecutionEvent> type =
                    type(sequence, node.path("type").asText());
            ExecutionEvent event = MAPPER.treeToValue(node.path("data"), type);
            return new RecordedEvent(sequence, Instant.parse(node.path("at").asText()), event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Event " + sequence + " cannot be read: " + e.getOriginalMessage(), e);
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
