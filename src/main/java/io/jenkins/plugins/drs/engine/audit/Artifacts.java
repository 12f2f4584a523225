package io.jenkins.plugins.drs.engine.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jenkins.plugins.drs.engine.audit.AuditCheck.Grade;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder.Artifact;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the files beside a journal with what the journal gives when they are computed anew. */
final class Artifacts {
    private static final Pattern COMPARISON =
            Pattern.compile("<section aria-labelledby=\"comparison\">.*?</section>\\n?", Pattern.DOTALL);
    private static final String REPORT = "report/index.html";
    private static final int MOST_PLACES = 5;

    private final Path folder;
    private final ResultsHead results;

    Artifacts(Path folder, ResultsHead results) {
        this.folder = folder;
        this.results = results;
    }

    /** @param told hears what a file is worth; {@link Grade#CONSISTENT} where it says what the journal says */
    void compare(DrillResult expected, BiConsumer<Grade, String> told) throws IOException {
        List<Artifact> artifacts = ArtifactFolder.contents(expected, Optional.empty());
        List<Artifact> there = artifacts.stream()
                .filter(artifact -> Files.exists(folder.resolve(artifact.path())))
                .toList();
        if (there.isEmpty()) {
            told.accept(Grade.UNPROVEN, "Nothing lies beside the journal that could be compared with it.");
        } else if (results.version()
                .filter(it -> !it.equals(DrillResult.SCHEMA_VERSION))
                .isPresent()) {
            told.accept(
                    Grade.UNPROVEN,
                    "results.json has version " + results.version().get()
                            + " of its format; this version of the product" + " computes " + DrillResult.SCHEMA_VERSION
                            + " and compares no artifact of another.");
        } else {
            for (Artifact artifact : artifacts) {
                compare(artifact, expected.status().ended() ? Grade.BROKEN : Grade.UNPROVEN, told);
            }
            strangers(artifacts, told);
        }
    }

    /** @param different what a difference is worth: of an execution that has not ended, files may be older */
    private void compare(Artifact artifact, Grade different, BiConsumer<Grade, String> told) throws IOException {
        Path file = folder.resolve(artifact.path());
        if (!Files.exists(file)) {
            told.accept(
                    Grade.UNPROVEN,
                    artifact.path() + " is missing. It can be written from the journal: drs report DIR");
            return;
        }
        Optional<String> difference =
                Files.isRegularFile(file) ? difference(artifact, file) : Optional.of("it is no file");
        if (difference.isPresent()) {
            told.accept(
                    different,
                    artifact.path() + " does not say what the journal says: " + difference.get()
                            + ". It was changed, or another version of the product computed it.");
        } else if (artifact.path().equals(REPORT)
                && COMPARISON.matcher(Files.readString(file)).find()) {
            told.accept(
                    Grade.UNPROVEN,
                    REPORT + " says what the journal says, but for its comparison with the previous execution, of which"
                            + " this journal knows nothing.");
        } else {
            told.accept(Grade.CONSISTENT, artifact.path() + " says what the journal says.");
        }
    }

    private static Optional<String> difference(Artifact artifact, Path file) throws IOException {
        OptionalLong line = ComparedFile.differs(file, artifact.content());
        if (line.isEmpty()) {
            return Optional.empty();
        }
        if (artifact.name().endsWith(".json")) {
            return json(artifact, file);
        }
        if (artifact.path().equals(REPORT) && sameButForComparison(artifact, file)) {
            return Optional.empty();
        }
        return Optional.of("it differs from line " + line.getAsLong() + " on");
    }

    private static boolean sameButForComparison(Artifact artifact, Path file) throws IOException {
        String actual = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return COMPARISON.matcher(actual).replaceFirst("").equals(text(artifact));
    }

    /** The order of members and white space say nothing. */
    private static Optional<String> json(Artifact artifact, Path file) throws IOException {
        String expected = text(artifact);
        try {
            List<String> places = JsonTexts.differences(() -> new StringReader(expected), JsonTexts.file(file));
            String more = places.size() > MOST_PLACES ? " and " + (places.size() - MOST_PLACES) + " more places" : "";
            return places.isEmpty()
                    ? Optional.empty()
                    : Optional.of("it differs at "
                            + places.stream().limit(MOST_PLACES).collect(Collectors.joining(", ")) + more);
        } catch (JsonProcessingException e) {
            return Optional.of("it is not the JSON that was written (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            return Optional.of("it cannot be read (" + e.getMessage() + ")");
        }
    }

    private static String text(Artifact artifact) throws IOException {
        StringWriter text = new StringWriter();
        artifact.content().writeTo(text);
        return text.toString();
    }

    /** Files of waves that the execution does not have. */
    private void strangers(List<Artifact> artifacts, BiConsumer<Grade, String> told) throws IOException {
        Path waves = folder.resolve("waves");
        if (Files.isDirectory(waves)) {
            Set<String> known = artifacts.stream().map(Artifact::path).collect(Collectors.toSet());
            List<String> found = new ArrayList<>();
            try (Stream<Path> files = Files.list(waves)) {
                files.map(file -> "waves/" + file.getFileName())
                        .filter(path -> !known.contains(path))
                        .sorted()
                        .forEach(found::add);
            }
            found.forEach(path ->
                    told.accept(Grade.BROKEN, path + " is of no wave that has begun by what the journal says."));
        }
    }
}
