package io.jenkins.plugins.drs.plugin.configuration.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of a document that this version does not know. They are kept as a JSON object, and have no effect. */
final class FurtherFields {
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private FurtherFields() {}

    /** The text is no JSON object. */
    static final class UnreadableFieldsException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnreadableFieldsException(String why) {
            super(why);
        }
    }

    /**
     * The text as it is kept; null for none. One that is not a JSON object is kept as well, so that a form can show it
     * again: {@link #parse} refuses it.
     */
    static String kept(String text) {
        try {
            return parse(text).isEmpty() ? null : Text.trimmed(text);
        } catch (UnreadableFieldsException e) {
            return Text.trimmed(text);
        }
    }

    /**
     * The fields; empty for none.
     *
     * @throws UnreadableFieldsException when the text is no JSON object
     */
    static Map<String, Object> parse(String text) {
        if (Text.trimmed(text) == null) {
            return Map.of();
        }
        try {
            Map<String, Object> members = JSON.readValue(text, OBJECT);
            if (members != null) {
                return members;
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableFieldsException("Expected a JSON object, but: " + e.getOriginalMessage());
        }
        throw new UnreadableFieldsException("Expected a JSON object, but got null");
    }

    static String json(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Expected plain values, but some cannot be written", e);
        }
    }
}
