package io.jenkins.plugins.drs.engine.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.audit.AuditCheck.Grade;
import io.jenkins.plugins.drs.engine.report.ResultsJson;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Files beside a journal that say what the journal says, or should. */
final class Artifacts {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;
    private final Optional<JsonNode> results;

    private Artifacts(Path folder, Optional<JsonNode> results) {
        this.folder = folder;
        this.results = results;
    }

    static Artifacts of(Path folder) throws IOException {
        Path file = folder.resolve("results.json");
        if (!Files.isRegularFile(file)) {
            return new Artifacts(folder, Optional.empty());
        }
        try {
            return new Artifacts(folder, Optional.of(MAPPER.readTree(Files.readAllBytes(file))));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IOException(file + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What {@code results.json} says of the end of the journal. */
    Optional<Anchor> anchor() {
        return results.map(node -> node.path("journal"))
                .filter(journal -> journal.path("lastHash").isTextual())
                .map(journal -> new Anchor(
                        "results.json",
                        Optional.of(journal.path("events").asLong()),
                        journal.path("lastHash").asText()));
    }

    void compare(DrillResult expected, BiConsumer<Grade, String> told) throws IOException {
        configuration(expected, told);
        if (results.isPresent()) {
            results(expected, results.get(), told);
        }
    }

    private void configuration(DrillResult expected, BiConsumer<Grade, String> told) throws IOException {
        Path file = folder.resolve("configuration.json");
        if (Files.isRegularFile(file)) {
            boolean same =
                    sha256(Files.readAllBytes(file)).equals(expected.run().configurationHash());
            told.accept(
                    same ? Grade.GOOD : Grade.BROKEN,
                    same
                            ? "configuration.json has the hash that the journal names."
                            : "configuration.json is not the configuration that was run: the journal names the hash "
                                    + expected.run().configurationHash() + ".");
        }
    }

    private static void results(DrillResult expected, JsonNode found, BiConsumer<Grade, String> told)
            throws IOException {
        String version = found.path("schemaVersion").asText();
        if (!version.equals(DrillResult.SCHEMA_VERSION)) {
            told.accept(
                    Grade.UNPROVEN,
                    "results.json has version " + version + " of its format; this version of the product computes "
                            + DrillResult.SCHEMA_VERSION + " and does not compare the two.");
            return;
        }
        Optional<String> differs = difference("", MAPPER.readTree(ResultsJson.results(expected)), found);
        told.accept(
                differs.isPresent() ? Grade.BROKEN : Grade.GOOD,
                differs.map(place -> "results.json does not say what the journal says, at " + place
                                + ". It was changed, or another version of the product computed it.")
                        .orElse("results.json says what the journal says."));
    }

    /** The first place at which two documents differ, as a JSON pointer. */
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
