package io.jenkins.plugins.drs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jenkins.plugins.drs.engine.audit.ExecutionFolder;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code drs audit verify} and {@code drs report}. */
class ReportCommandsTest {
    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int drs(String... arguments) {
        CommandLine command = Drs.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    @Test
    void shouldProveAnExecutionThatNobodyTouched() throws IOException {
        String hash = ExecutionFolder.write(Stories.allGoesWell(), temp);

        assertThat(drs("audit", "verify", temp.toString(), "--hash", hash)).isZero();
        assertThat(out.toString())
                .contains(
                        "the hash that you gave",
                        "Proven: the audit trail has not changed since that hash was recorded.");
    }

    @Test
    void shouldFailAndNameTheLineThatWasRemoved() throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp);
        Path journal = temp.resolve("audit.jsonl");
        var lines = new java.util.ArrayList<>(Files.readAllLines(journal));
        lines.remove(4);
        Files.write(journal, lines);

        assertThat(drs("audit", "verify", journal.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Line 5 has number 6", "has been CHANGED");
    }

    @Test
    void shouldSayThatThereIsNothingToCheck() {
        assertThat(drs("audit", "verify", temp.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere does not exist");
        assertThat(drs("audit", "verify", temp.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("There is no journal");
        assertThat(drs("audit", "verify", temp.toString(), "--hash", "abc")).isEqualTo(2);
    }

    @Test
    void shouldSayOfAFolderAloneThatItProvesNothingAgainstItsWriter() throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp);

        assertThat(drs("audit", "verify", temp.toString())).isZero();
        assertThat(out.toString())
                .contains("Consistent. Anyone with write access could have changed all of these files")
                .doesNotContain("proven  ");
    }

    @Test
    void shouldWriteTheReportAnewFromTheJournal() throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp.resolve("one"));
        Files.delete(temp.resolve("one/report/index.html"));

        assertThat(drs("report", temp.toString())).isZero();
        assertThat(temp.resolve("one/report/index.html")).content().contains("The drill succeeded");
    }

    @Test
    void shouldKeepResultsThatProveThatTheJournalWasCut() throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp);
        Path journal = temp.resolve("audit.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() - 3));
        String results = Files.readString(temp.resolve("results.json"));
        Files.delete(temp.resolve("report/index.html"));

        assertThat(drs("report", temp.toString())).isEqualTo(1);

        assertThat(err.toString())
                .contains(
                        "results.json tells of " + lines.size() + " lines, 3 are missing",
                        "the journal has " + (lines.size() - 3),
                        "Restore audit.jsonl",
                        "drs audit verify " + temp);
        assertThat(temp.resolve("results.json")).hasContent(results);
        assertThat(temp.resolve("report/index.html")).doesNotExist();
    }

    @Test
    void shouldKeepResultsThatProveThatTheLastLineWasWrittenAnew() throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp);
        Path file = temp.resolve("results.json");
        String results = Files.readString(file).replaceAll("\"lastHash\"( ?: ?)\"[0-9a-f]", "\"lastHash\"$1\"g");
        Files.writeString(file, results);

        assertThat(drs("report", temp.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("The end is not what was written", "Restore audit.jsonl");
        assertThat(file).hasContent(results);
    }

    @Test
    void shouldWriteAHistoryOfWhateverCanBeRead() throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp.resolve("drills/good"));
        Files.createDirectories(temp.resolve("drills/old"));
        Files.copy(Path.of("src/test/resources/results/1.0-three-tier.json"), temp.resolve("drills/old/results.json"));
        Files.createDirectories(temp.resolve("drills/broken"));
        Files.writeString(temp.resolve("drills/broken/audit.jsonl"), "nonsense\n");
        Path history = temp.resolve("history");

        assertThat(drs("report", "--history", temp.resolve("drills").toString(), "--out", history.toString()))
                .isZero();

        assertThat(err.toString()).contains("Left out").contains("broken");
        assertThat(history.resolve("index.html")).content().contains("3-Tier-App-Recovery", "Three-Tier-Shop");
        assertThat(history.resolve("history.csv")).content().hasLineCount(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "secret/audit.jsonl"})
    void shouldNameWhatMayNotBeReadAndGoOn(String locked) throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp.resolve("drills/good"));
        Files.createDirectories(temp.resolve("drills/secret"));
        Files.writeString(temp.resolve("drills/secret/audit.jsonl"), "nonsense\n");
        Path closed = temp.resolve("drills").resolve(locked);
        Files.setPosixFilePermissions(closed, Set.of());
        assumeThat(Files.isReadable(closed)).as("root may read everything").isFalse();
        try {
            assertThat(drs(
                            "report",
                            "--history",
                            temp.resolve("drills").toString(),
                            "--out",
                            temp.resolve("h").toString()))
                    .isZero();
            assertThat(drs("drill", "--resume", temp.resolve("drills/secret").toString()))
                    .isNotZero();
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }

        assertThat(err.toString())
                .contains("Left out", "no permission for " + closed)
                .contains("According to its journal, this may still run in AWS");
        assertThat(temp.resolve("h/history.csv")).content().hasLineCount(2);
    }

    /** The message of Java is the bare path. */
    @Test
    void shouldPreferTheWholeCopyOfAnExecutionToOneThatWasCut() throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp.resolve("runs/a-cut"));
        ExecutionFolder.write(Stories.allGoesWell(), temp.resolve("runs/b-whole"));
        ExecutionFolder.write(Stories.allGoesWell(), temp.resolve("runs/c-same"));
        Path journal = temp.resolve("runs/a-cut/audit.jsonl");
        Files.write(journal, Files.readAllLines(journal).subList(0, 20));
        Files.delete(temp.resolve("runs/a-cut/results.json"));

        assertThat(drs("report", "--history", temp.resolve("runs").toString(), "--out", temp.toString()))
                .isZero();
        assertThat(Files.readAllLines(temp.resolve("history.csv")))
                .hasSize(2)
                .last()
                .asString()
                .contains(",COMPLETED,");
        assertThat(err.toString())
                .containsOnlyOnce("Left out: ")
                .contains("a-cut: A copy of the execution in", "b-whole");
    }

    @Test
    void shouldNotCountADamagedJournalAsIntact() throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp.resolve("runs/a"));
        Path journal = temp.resolve("runs/a/audit.jsonl");
        Files.writeString(journal, Files.readString(journal).replaceFirst("DRILL", "CHECK"));

        assertThat(drs("report", "--history", temp.resolve("runs").toString(), "--out", temp.toString()))
                .isZero();
        assertThat(err.toString()).contains("audit.jsonl is damaged at line");
        assertThat(Files.readString(temp.resolve("index.html"))).contains("0 of 1 ");
    }

    @Test
    void shouldNameEveryDamagedLineAndEveryArtifactThatDiffers() throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp);
        Path journal = temp.resolve("audit.jsonl");
        var lines = new java.util.ArrayList<>(Files.readAllLines(journal));
        lines.set(9, "x");
        lines.set(29, lines.get(29).replaceFirst("2026", "2025"));
        Files.write(journal, lines);
        Files.writeString(temp.resolve("servers.csv"), "x");

        assertThat(drs("audit", "verify", temp.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("Line 10 is no line", "Line 30 was changed", "The journal is damaged. Artifacts are compared")
                .contains("CHANGED     servers.csv", "consistent  configuration.json says");
    }

    @Test
    void shouldSayThatAnExecutionHasNotEndedInsteadOfMissingWhatIsWrittenAtItsEnd() throws IOException {
        ExecutionFolder.write(Stories.underWay(), temp);
        for (String name : List.of("results.json", "junit.xml", "servers.csv")) {
            Files.delete(temp.resolve(name));
        }

        assertThat(drs("audit", "verify", temp.toString())).isZero();
        assertThat(out.toString()).contains("has not ended").doesNotContain("missing");
    }

    @Test
    void shouldSayWhyAHistoryCannotBeWritten() throws IOException {
        ExecutionFolder.write(Stories.allGoesWell(), temp.resolve("one"));
        Path file = Files.writeString(temp.resolve("file"), "mine");

        assertThat(drs("report", "--history", temp.toString(), "--out", file.toString()))
                .isEqualTo(2);

        assertThat(err.toString()).contains(file + " is there already");
        assertThat(file).hasContent("mine");
    }

    @Test
    void shouldSayThatThereIsNoExecution() {
        assertThat(drs("report", "--history", temp.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no execution");
    }
}
