package io.jenkins.plugins.drs.engine.report;

import io.jenkins.plugins.drs.engine.history.Comparison;
import io.jenkins.plugins.drs.engine.report.html.HtmlReport;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.WaveResult;
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
        return wave(result, wave);
    }

    private Path wave(DrillResult result, WaveResult wave) throws IOException {
        return write("waves", WaveFile.nameOf(wave), out -> ResultsJson.write(WaveFile.of(result, wave), out));
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
        for (WaveResult wave : result.waveResults()) {
            if (wave.status() != WaveResult.Status.PENDING) {
                written.add(wave(result, wave));
            }
        }
        written.add(write("", "results.json", out -> ResultsJson.write(result, out)));
        written.add(write("", "junit.xml", JunitXml.of(result)));
        written.add(write("", "servers.csv", CsvFiles.servers(result)));
        written.add(write("", "calls.csv", CsvFiles.calls(result)));
        Optional<String> configuration = result.run().configuration().document();
        if (configuration.isPresent()) {
            written.add(write("", "configuration.json", configuration.get()));
        }
        written.add(write("report", "report.css", HtmlReport.styleSheet()));
        written.add(write("report", "report.js", HtmlReport.script()));
        written.add(write("report", "index.html", out -> HtmlReport.write(result, comparison, out)));
        return written;
    }

    private Path write(String folder, String name, String text) throws IOException {
        return write(folder, name, out -> out.write(text));
    }

    /** Writes what a file holds; what is long is never in memory as a whole. */
    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private Path write(String folder, String name, Content content) throws IOException {
        Path into = Files.createDirectories(root.resolve(folder));
        Path beside = into.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(beside)) {
                content.writeTo(out);
            }
            move(beside, into.resolve(name));
        } finally {
            Files.deleteIfExists(beside);
        }
        return Path.of(folder, name);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
