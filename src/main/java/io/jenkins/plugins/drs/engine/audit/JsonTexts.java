package io.jenkins.plugins.drs.engine.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;

/** Compares two JSON documents. Equal ones, in the same order, are compared as they are read and need no room. */
final class JsonTexts {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonTexts() {}

    /** Something that can be read more than once. */
    interface Source {
        Reader open() throws IOException;
    }

    static Source file(Path file) {
        return () -> Files.newBufferedReader(file);
    }

    /** The first place at which two documents differ, as a JSON pointer; empty when they mean the same. */
    static Optional<String> difference(Source one, Source other) throws IOException {
        if (sameTokens(one, other)) {
            return Optional.empty();
        }
        try (Reader first = one.open();
                Reader second = other.open()) {
            return difference("", MAPPER.readTree(first), MAPPER.readTree(second));
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

    private static Optional<String> difference(String place, JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .map(name -> difference(place + "/" + name, one.path(name), other.path(name)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int index = 0; index < one.size(); index++) {
                Optional<String> found = difference(place + "/" + index, one.get(index), other.get(index));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return one.equals(other) ? Optional.empty() : Optional.of(place.isEmpty() ? "/" : place);
    }
}
