package io.jenkins.plugins.drs.engine.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jenkins.plugins.drs.engine.audit.AuditCheck.Grade;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder.Artifact;
import io.jenkins.plugins.drs.engine.report.html.HtmlReport;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String REPORT = "report/index.html";
    private static final int MOST_PLACES = 5;

    /** What a run leaves besides what is computed from its journal. */
    private static final Pattern OWN = Pattern.compile("audit\\.jsonl|\\.audit\\.jsonl\\.lock|defect\\.txt");

    private static final Pattern WAVE = Pattern.compile("waves/.*");

    private final Path folder;
    private final ResultsHead results;
    private final String toolVersion;

    /** @param toolVersion of this product, as journals name it */
    Artifacts(Path folder, ResultsHead results, String toolVersion) {
        this.folder = folder;
        this.results = results;
        this.toolVersion = toolVersion;
    }

    /** @param told hears what a file is worth; {@link Grade#CONSISTENT} where it says what the journal says */
    void compare(DrillResult expected, BiConsumer<Grade, String> told) throws IOException {
        List<Artifact> artifacts = ArtifactFolder.contents(expected, Optional.empty());
        List<Artifact> there = artifacts.stream()
                .filter(artifact -> Files.exists(folder.resolve(artifact.path())))
                .toList();
        boolean ended = expected.status().ended();
        if (!ended && there.size() < artifacts.size()) {
            told.accept(
                    Grade.UNPROVEN,
                    "The execution has not ended by its journal: artifacts that are written at its end may still come.");
        }
        if (there.isEmpty() && ended) {
            told.accept(Grade.UNPROVEN, "Nothing lies beside the journal that could be compared with it.");
        } else if (results.newer().isPresent()
                && !expected.run().starter().toolVersion().equals(toolVersion)) {
            told.accept(
                    Grade.NEWER,
                    "The artifacts cannot be compared: results.json has version "
                            + results.newer().get() + " of its format, and this version of the product computes "
                            + DrillResult.SCHEMA_VERSION + ". Verify with the version that wrote it, "
                            + expected.run().starter().toolVersion() + " or newer.");
        } else {
            for (Artifact artifact : ended ? artifacts : there) {
                boolean older = !ended && WAVE.matcher(artifact.path()).matches();
                compare(artifact, older ? Grade.UNPROVEN : Grade.BROKEN, told);
            }
            strangers(artifacts, told);
        }
    }

    /** @param different what a difference is worth: files of waves are written while the execution runs */
    private void compare(Artifact artifact, Grade different, BiConsumer<Grade, String> told) throws IOException {
        Path file = folder.resolve(artifact.path());
        if (!Files.exists(file)) {
            told.accept(
                    Grade.MISSING, artifact.path() + " is missing. It can be written from the journal: drs report DIR");
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
                && ComparedFile.differs(file, artifact.content()).isPresent()) {
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
        return HtmlReport.withoutComparison(actual).equals(text(artifact));
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

    /** Files that the execution does not have; those of waves look like its own. */
    private void strangers(List<Artifact> artifacts, BiConsumer<Grade, String> told) throws IOException {
        Set<String> known = artifacts.stream().map(Artifact::path).collect(Collectors.toSet());
        artifacts.forEach(artifact -> known.add(artifact.folder()));
        for (String part : List.of("", "waves", "report")) {
            for (String path : files(part)) {
                if (WAVE.matcher(path).matches() && !known.contains(path)) {
                    told.accept(Grade.BROKEN, path + " is of no wave that has begun by what the journal says.");
                } else if (!known.contains(path) && !OWN.matcher(path).matches()) {
                    told.accept(
                            Grade.UNPROVEN,
                            path + " is none of the artifacts of this execution: nothing can be said of it.");
                }
            }
        }
    }

    private List<String> files(String part) throws IOException {
        Path in = folder.resolve(part);
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> (part.isEmpty() ? "" : part + "/") + file.getFileName())
                    .sorted()
                    .toList();
        }
    }

    /** Takes what a file should hold, and compares it with the file as it comes; neither is in memory as a whole. */
    static final class ComparedFile extends OutputStream {
        private final InputStream actual;
        private long line = 1;
        private boolean different;

        private ComparedFile(InputStream actual) {
            this.actual = actual;
        }

        /** The first line in which a file is not what it should be; empty when it is the same to the last byte. */
        static OptionalLong differs(Path file, ArtifactFolder.Content expected) throws IOException {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                ComparedFile compared = new ComparedFile(in);
                Writer out = new BufferedWriter(new OutputStreamWriter(compared, StandardCharsets.UTF_8));
                expected.writeTo(out);
                out.flush();
                boolean same = !compared.different && in.read() < 0;
                return same ? OptionalLong.empty() : OptionalLong.of(compared.line);
            }
        }

        @Override
        public void write(int expected) throws IOException {
            if (!different) {
                different = actual.read() != (expected & 0xFF);
                line += expected == '\n' && !different ? 1 : 0;
            }
        }
    }
}
