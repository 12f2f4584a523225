package io.jenkins.plugins.drs.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.audit.AuditCheck.Grade;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCheckerTest {
    @TempDir
    private Path folder;

    private Path journal;
    private String lastHash;

    @BeforeEach
    void writeAnExecution() throws IOException {
        journal = folder.resolve("audit.jsonl");
        lastHash = ExecutionFolder.write(Stories.partialFailure(), folder);
    }

    @Test
    void shouldProveWhatWasNotTouched() throws IOException {
        AuditCheck check = AuditChecker.folder(folder, List.of());

        assertThat(check.grade()).isEqualTo(Grade.GOOD);
        assertThat(texts(check))
                .containsExactly(
                        "The chain of " + lines().size() + " lines is intact: each follows from the one before.",
                        "The end is proven: results.json names the hash of the last line.",
                        "configuration.json has the hash that the journal names.",
                        "results.json says what the journal says.");
    }

    @Test
    void shouldNameTheLineOfAnyChangedByte() throws IOException {
        List<String> lines = lines();
        for (int index = 0; index < lines.size() - 2; index++) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(index, changedInTheMiddle(lines.get(index)));
            rewrite(changed);

            AuditCheck check = AuditChecker.journal(journal, List.of());

            assertThat(texts(check)).anyMatch(sentence("Line " + (index + 1) + " was changed"));
            assertThat(check.findings().stream().filter(it -> it.grade() == Grade.BROKEN))
                    .as("line %s", index + 1)
                    .hasSize(1);
        }
    }

    @Test
    void shouldNameTheLineWhoseHashWasChanged() throws IOException {
        List<String> lines = lines();
        lines.set(20, lines.get(20).replaceFirst("\"prev\":\"....", "\"prev\":\"0000"));
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of()))).anyMatch(sentence("Line 21 was changed"));
    }

    @Test
    void shouldSayWhichOfTheLastLinesMayHaveBeenChanged() throws IOException {
        List<String> lines = lines();
        int before = lines.size() - 2;
        lines.set(before, changedInTheMiddle(lines.get(before)));
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of())))
                .anyMatch(sentence("Line " + (before + 1) + " or line " + (before + 2)));
    }

    @Test
    void shouldFindARemovedLine() throws IOException {
        List<String> lines = lines();
        lines.remove(10);
        rewrite(lines);

        AuditCheck check = AuditChecker.folder(folder, List.of());

        assertThat(check.grade()).isEqualTo(Grade.BROKEN);
        assertThat(texts(check)).anyMatch(sentence("Line 11 has number 12, but number 11 should come first"));
    }

    @Test
    void shouldFindSwappedLines() throws IOException {
        List<String> lines = lines();
        Collections.swap(lines, 4, 5);
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of())))
                .anyMatch(sentence("Line 5 has number 6, but number 5 should come first"))
                .anyMatch(sentence("Line 6 has number 5 after number 6"));
    }

    @Test
    void shouldFindAnAddedLine() throws IOException {
        List<String> lines = lines();
        lines.add(7, lines.get(3));
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of()))).anyMatch(sentence("Line 8 repeats number 4"));
    }

    @Test
    void shouldFindAnAddedLineThatIsNone() throws IOException {
        List<String> lines = lines();
        lines.add(7, "{}");
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of()))).anyMatch(sentence("Line 8 is no line"));
    }

    @Test
    void shouldFindACutEndByTheAnchorInTheResults() throws IOException {
        List<String> lines = lines();
        rewrite(lines.subList(0, lines.size() - 3));

        assertThat(texts(AuditChecker.folder(folder, List.of())))
                .anyMatch(sentence(
                        "The end was cut off: results.json tells of " + lines.size() + " lines, 3 are missing"));
    }

    @Test
    void shouldFindAChangedLastLineByItsAnchorOnly() throws IOException {
        List<String> lines = lines();
        lines.set(lines.size() - 1, changedInTheMiddle(lines.get(lines.size() - 1)));
        rewrite(lines);
        Anchor anchor = new Anchor("the console", Optional.empty(), lastHash);

        assertThat(AuditChecker.journal(journal, List.of()).grade()).isEqualTo(Grade.UNPROVEN);
        assertThat(AuditChecker.journal(journal, List.of(anchor)).grade()).isEqualTo(Grade.BROKEN);
    }

    @Test
    void shouldSayThatTheEndIsUnprovenWithoutAnchor() throws IOException {
        rewrite(lines().subList(0, 30));

        AuditCheck check = AuditChecker.journal(journal, List.of());

        assertThat(check.grade()).isEqualTo(Grade.UNPROVEN);
        assertThat(texts(check)).anyMatch(text -> text.contains("cannot be told from the journal alone"));
    }

    @Test
    void shouldPassOverATornLastLine() throws IOException {
        Files.writeString(journal, Files.readString(journal) + "{\"seq\":9");

        AuditCheck check = AuditChecker.folder(folder, List.of());

        assertThat(check.grade()).isEqualTo(Grade.UNPROVEN);
        assertThat(texts(check)).anyMatch(text -> text.contains("stands part of a line"));
    }

    @Test
    void shouldFindResultsThatDoNotSayWhatTheJournalSays() throws IOException {
        Path results = folder.resolve("results.json");
        Files.writeString(
                results, Files.readString(results).replace("\"status\" : \"FAILED\"", "\"status\" : \"VALIDATED\""));

        assertThat(texts(AuditChecker.folder(folder, List.of())))
                .anyMatch(sentence("results.json does not say what the journal says, at /sourceServers/3/status"));
    }

    @Test
    void shouldTakeTheSameResultsInAnotherOrderForTheSame() throws IOException {
        Path results = folder.resolve("results.json");
        var tree = new com.fasterxml.jackson.databind.ObjectMapper().readTree(Files.readString(results));
        var moved = ((com.fasterxml.jackson.databind.node.ObjectNode) tree).remove("schemaVersion");
        ((com.fasterxml.jackson.databind.node.ObjectNode) tree).set("schemaVersion", moved);
        Files.writeString(results, tree.toString());

        assertThat(AuditChecker.folder(folder, List.of()).grade()).isEqualTo(Grade.GOOD);
    }

    @Test
    void shouldTellAThousandBreaksAndCountTheOthers() throws IOException {
        List<String> lines = lines();
        List<String> many = new ArrayList<>(lines);
        for (int index = 0; index < 3_000; index++) {
            many.add("no line of a journal");
        }
        rewrite(many);

        AuditCheck check = AuditChecker.journal(journal, List.of());

        assertThat(texts(check)).contains("... and 2980 more places.");
    }

    @Test
    void shouldFindALineThatWasMovedFarBack() throws IOException {
        List<String> lines = lines();
        lines.add(lines.size() - 5, lines.remove(3));
        rewrite(lines);

        assertThat(texts(AuditChecker.journal(journal, List.of())))
                .anyMatch(sentence("Line 4 has number 5, but number 4 should come first"))
                .anyMatch(sentence("Line " + (lines.size() - 4) + " has number 4 after number"));
    }

    @Test
    void shouldFindAnotherConfiguration() throws IOException {
        Path file = folder.resolve("configuration.json");
        Files.writeString(file, Files.readString(file).replace("3-Tier", "2-Tier"));

        assertThat(texts(AuditChecker.folder(folder, List.of())))
                .anyMatch(sentence("configuration.json is not the configuration that was run"));
    }

    @Test
    void shouldSayThatThereIsNoJournal() {
        assertThatThrownBy(() -> AuditChecker.folder(folder.resolve("nowhere"), List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no journal");
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(journal));
    }

    private void rewrite(List<String> lines) throws IOException {
        Files.write(journal, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Another letter or digit where the event's time stands: the line stays a line. */
    private static String changedInTheMiddle(String line) {
        int place = line.indexOf("\"at\":\"") + 9;
        char other = line.charAt(place) == '9' ? '8' : '9';
        return line.substring(0, place) + other + line.substring(place + 1);
    }

    private static List<String> texts(AuditCheck check) {
        return check.findings().stream().map(AuditCheck.Finding::text).toList();
    }

    private static java.util.function.Predicate<String> sentence(String start) {
        return text -> text.startsWith(start);
    }
}
