package io.jenkins.plugins.drs.engine.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares two JSON documents. Equal ones, in the same order, are compared as they are read and need no room. */
final class JsonTexts {
    /** A member that is there twice is read by one program this way, by another that way. */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonTexts() {}

    /** Something that can be read more than once. */
    interface Source {
        Reader open() throws IOException;
    }

    static Source file(Path file) {
        return () -> Files.newBufferedReader(file);
    }

    /**
     * The places at which two documents differ, as JSON pointers; empty when they mean the same.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException when one is no JSON, or has a member twice
     */
    static List<String> differences(Source one, Source other) throws IOException {
        if (sameTokens(one, other)) {
            return List.of();
        }
        try (Reader first = one.open();
                Reader second = other.open()) {
            List<String> places = new ArrayList<>();
            compare("", MAPPER.readTree(first), MAPPER.readTree(second), places);
            return places;
        }
    }

    private static boolean sameTokens(Source one, Source other) throws IOException {
        try (JsonParser first = MAPPER.createParser(one.open());
                JsonParser second = MAPPER.createParser(other.open())) {
            while (true) {
                JsonToken token = first.nextToken();
                if (token != second.nextToken()) {
                    return false;
                }
                if (token == null) {
                    return true;
                }
                if (!first.getText().equals(second.getText())) {
                    return false;
                }
            }
        }
    }

    private static void compare(String place, JsonNode one, JsonNode other, List<String> places) {
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(place + "/" + name, one.path(name), other.path(name), places));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int index = 0; index < one.size(); index++) {
                compare(place + "/" + index, one.get(index), other.get(index), places);
            }
        } else if (!one.equals(other)) {
            places.add(place.isEmpty() ? "/" : place);
        }
    }
}
