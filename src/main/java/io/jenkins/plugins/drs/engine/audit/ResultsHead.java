package io.jenkins.plugins.drs.engine.audit;

import com.fasterxml.jackson.core.JsonParser;
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
 * @param version of its format; empty when there is no such file, or it names none
 * @param anchor what it says of the end of the journal
 */
record ResultsHead(Optional<String> version, Optional<Anchor> anchor) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Of a folder; one without results, or with some that cannot be read, says nothing. */
    static ResultsHead of(Path folder) {
        try (Reader in = JsonTexts.file(folder.resolve("results.json")).open();
                JsonParser parser = MAPPER.createParser(in)) {
            return read(parser);
        } catch (IOException missingOrGarbage) {
            return new ResultsHead(Optional.empty(), Optional.empty());
        }
    }

    private static ResultsHead read(JsonParser parser) throws IOException {
        Optional<String> version = Optional.empty();
        Optional<Anchor> anchor = Optional.empty();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return new ResultsHead(version, anchor);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("schemaVersion")) {
                version = Optional.of(parser.getText());
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
                        it.path("lastHash").asText(),
                        false));
    }
}
