package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.report.ResultsJson.WaveFile;
import io.jenkins.plugins.drs.engine.report.html.HtmlReport;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the artifacts of an execution into a folder. A file is there as a whole or not at all: it is written beside
 * its place and moved there. Writing again replaces. The journal is not touched.
 */
public final class ArtifactFolder {
    private final Path root;

    /** Artifacts go into {@code root}, which is made when it is missing. */
    public ArtifactFolder(Path root) {
        this.root = root;
    }

    /**
     * Writes the file of one wave.
     *
     * @return its path relative to the folder
     * @throws IllegalArgumentException when the result has no such wave
     */
    public Path wave(DrillResult result, String waveName) throws IOException {
        WaveResult wave = result.wave(waveName)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected a wave of plan '" + result.run().planName() + "', but got '" + waveName + "'"));
        return write(wave(result, wave));
    }

    private static Artifact wave(DrillResult result, WaveResult wave) {
        return new Artifact("waves", WaveFile.nameOf(wave), out -> ResultsJson.write(WaveFile.of(result, wave), out));
    }

    /**
     * Writes everything: results, the file of every wave that has begun or ended, JUnit XML, CSV files, the configuration
     * as it was run, and the report.
     *
     * @return paths relative to the folder
     */
    public List<Path> all(DrillResult result) throws IOException {
        return all(result, Optional.empty());
    }

    /**
     * The same, with a comparison in the report.
     *
     * @param comparison with the previous execution; empty when there is none to compare with
     */
    public List<Path> all(DrillResult result, Optional<Comparison> comparison) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Artifact artifact : contents(result, comparison)) {
            written.add(write(artifact));
        }
        return written;
    }

    /**
     * An artifact, computed as it is written, so that what is long is never in memory as a whole.
     *
     * @param folder within the folder of the execution; empty for that itself
     */
    public record Artifact(String folder, String name, Content content) {
        private static Artifact of(String folder, String name, String text) {
            return new Artifact(folder, name, out -> out.write(text));
        }

        /** Where it is in the folder of the execution, with slashes on every system. */
        public String path() {
            return folder.isEmpty() ? name : folder + "/" + name;
        }
    }

    /** What an artifact holds. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** All artifacts of a result, in the order in which they are written. */
    public static List<Artifact> contents(DrillResult result, Optional<Comparison> comparison) {
        List<Artifact> all = new ArrayList<>();
        result.waveResults().stream()
                .filter(wave -> wave.status() != WaveStatus.PENDING)
                .forEach(wave -> all.add(wave(result, wave)));
        all.add(new Artifact("", "results.json", out -> ResultsJson.write(result, out)));
        all.add(Artifact.of("", "junit.xml", JunitXml.of(result)));
        all.add(Artifact.of("", "servers.csv", CsvFiles.servers(result)));
        all.add(Artifact.of("", "calls.csv", CsvFiles.calls(result)));
        result.run()
                .configuration()
                .document()
                .ifPresent(document -> all.add(Artifact.of("", "configuration.json", document)));
        all.add(Artifact.of("report", "report.css", HtmlReport.styleSheet()));
        all.add(Artifact.of("report", "report.js", HtmlReport.script()));
        all.add(new Artifact("report", "index.html", out -> HtmlReport.write(result, comparison, out)));
        return all;
    }

    private Path write(Artifact artifact) throws IOException {
        String name = artifact.name();
        Path into = Files.createDirectories(root.resolve(artifact.folder()));
        Path beside = into.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(beside)) {
                artifact.content().writeTo(out);
            }
            move(beside, into.resolve(name));
        } finally {
            Files.deleteIfExists(beside);
        }
        return Path.of(artifact.folder(), name);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
