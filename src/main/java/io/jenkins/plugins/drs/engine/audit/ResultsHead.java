package io.jenkins.plugins.drs.engine.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a check needs of a {@code results.json} besides comparing it; the rest is passed over as it is read.
 *
 * @param version of its format; empty text when it names none
 * @param anchor what it says of the end of the journal
 */
record ResultsHead(String version, Optional<Anchor> anchor) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static ResultsHead read(Path file) throws IOException {
        try (Reader in = JsonTexts.file(file).open();
                JsonParser parser = MAPPER.createParser(in)) {
            return read(parser);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static ResultsHead read(JsonParser parser) throws IOException {
        String version = "";
        Optional<Anchor> anchor = Optional.empty();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return new ResultsHead(version, anchor);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("schemaVersion")) {
                version = parser.getText();
            } else if (name.equals("journal")) {
                anchor = anchor(MAPPER.readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
        return new ResultsHead(version, anchor);
    }

    private static Optional<Anchor> anchor(JsonNode journal) {
        return Optional.of(journal)
                .filter(it -> it.path("lastHash").isTextual())
                .map(it -> new Anchor(
                        "results.json",
                        Optional.of(it.path("events").asLong()),
                        it.path("lastHash").asText()));
    }
}
