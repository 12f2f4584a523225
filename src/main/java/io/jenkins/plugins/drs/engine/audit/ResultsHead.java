package io.jenkins.plugins.drs.engine.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a check needs of a {@code results.json} besides comparing it; the rest is passed over as it is read.
 *
 * @param version of its format; empty when there is no such file, or it names none
 * @param executionId whose results they are; empty when it names none
 * @param anchor what it says of the end of the journal
 */
record ResultsHead(Optional<String> version, Optional<String> executionId, Optional<Anchor> anchor) {
    private static final ResultsHead NONE = new ResultsHead(Optional.empty(), Optional.empty(), Optional.empty());
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern VERSION = Pattern.compile("([1-9][0-9]{0,3})\\.([0-9]{1,4})");

    /** Of a folder; one without results, or with some that cannot be read, says nothing. */
    static ResultsHead of(Path folder) {
        try (Reader in = JsonTexts.file(folder.resolve("results.json")).open();
                JsonParser parser = MAPPER.createParser(in)) {
            return read(parser);
        } catch (IOException missingOrGarbage) {
            return NONE;
        }
    }

    /** The version, when it is newer than what this product writes; empty also of what is no version. */
    Optional<String> newer() {
        return version.filter(it -> number(it) > number(DrillResult.SCHEMA_VERSION));
    }

    private static int number(String version) {
        Matcher parts = VERSION.matcher(version);
        return parts.matches() ? Integer.parseInt(parts.group(1)) * 10_000 + Integer.parseInt(parts.group(2)) : 0;
    }

    private static ResultsHead read(JsonParser parser) throws IOException {
        Optional<String> version = Optional.empty();
        Optional<String> executionId = Optional.empty();
        Optional<Anchor> anchor = Optional.empty();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return NONE;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("schemaVersion")) {
                version = Optional.of(parser.getText());
            } else if (name.equals("executionId")) {
                executionId = Optional.of(parser.getText());
            } else if (name.equals("journal")) {
                anchor = anchor(MAPPER.readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
        return new ResultsHead(version, executionId, anchor);
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
