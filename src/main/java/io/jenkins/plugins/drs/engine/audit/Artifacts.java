package io.jenkins.plugins.drs.engine.audit;

import io.jenkins.plugins.drs.engine.audit.AuditCheck.Grade;
import io.jenkins.plugins.drs.engine.report.ResultsJson;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Files beside a journal that say what the journal says, or should. */
final class Artifacts {
    private final Path folder;
    private final Optional<ResultsHead> results;

    private Artifacts(Path folder, Optional<ResultsHead> results) {
        this.folder = folder;
        this.results = results;
    }

    static Artifacts of(Path folder) throws IOException {
        Path file = folder.resolve("results.json");
        return new Artifacts(
                folder, Files.isRegularFile(file) ? Optional.of(ResultsHead.read(file)) : Optional.empty());
    }

    /** Whether there is anything to compare with the journal. */
    boolean any() {
        return results.isPresent() || Files.isRegularFile(folder.resolve("configuration.json"));
    }

    /** What {@code results.json} says of the end of the journal. */
    Optional<Anchor> anchor() {
        return results.flatMap(ResultsHead::anchor);
    }

    void compare(DrillResult expected, BiConsumer<Grade, String> told) throws IOException {
        configuration(expected, told);
        if (results.isPresent()) {
            results(expected, results.get().version(), told);
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

    private void results(DrillResult expected, String version, BiConsumer<Grade, String> told) throws IOException {
        if (!version.equals(DrillResult.SCHEMA_VERSION)) {
            told.accept(
                    Grade.UNPROVEN,
                    "results.json has version " + version + " of its format; this version of the product computes "
                            + DrillResult.SCHEMA_VERSION + " and does not compare the two.");
            return;
        }
        String computed = ResultsJson.results(expected);
        Optional<String> differs =
                JsonTexts.difference(() -> new StringReader(computed), JsonTexts.file(folder.resolve("results.json")));
        told.accept(
                differs.isPresent() ? Grade.BROKEN : Grade.GOOD,
                differs.map(place -> "results.json does not say what the journal says, at " + place
                                + ". It was changed, or another version of the product computed it.")
                        .orElse("results.json says what the journal says."));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
