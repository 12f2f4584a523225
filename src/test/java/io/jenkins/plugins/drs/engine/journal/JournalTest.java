package io.jenkins.plugins.drs.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.journal.Journal.JournalInUseException;
import io.jenkins.plugins.drs.engine.journal.JournalReader.JournalDamagedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final List<String> PAYLOADS = List.of("{\"a\":1}", "{\"b\":\"späť \\n\"}", "{\"c\":[]}");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("run/audit.jsonl");
    }

    @Test
    void shouldGiveBackWhatWasAppended() throws IOException {
        write(PAYLOADS);

        assertThat(read()).extracting(JournalLine::payload).isEqualTo(PAYLOADS);
        assertThat(read()).extracting(JournalLine::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldChainEachLineToTheOneBefore() throws IOException {
        List<JournalLine> lines = write(PAYLOADS);

        assertThat(lines.get(0).previousHash()).isEqualTo(JournalLine.FIRST_PREVIOUS);
        assertThat(lines.get(1).previousHash()).isEqualTo(lines.get(0).hash());
        assertThat(lines.get(2).previousHash()).isEqualTo(lines.get(1).hash());
    }

    @Test
    void shouldGoOnWhereAnEarlierWriterEnded() throws IOException {
        write(PAYLOADS.subList(0, 2));
        write(PAYLOADS.subList(2, 3));

        assertThat(read()).extracting(JournalLine::payload).isEqualTo(PAYLOADS);
    }

    @Test
    void shouldDropALastLineThatWasCutAtAnyByte() throws IOException {
        write(PAYLOADS.subList(0, 2));
        long whole = Files.size(file);
        write(PAYLOADS.subList(2, 3));
        byte[] bytes = Files.readAllBytes(file);

        for (int length = (int) whole; length < bytes.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(bytes, length));

            assertThat(read()).as("cut at byte %s", length).hasSize(2);
            write(List.of("{\"next\":1}"));
            assertThat(read())
                    .as("cut at byte %s", length)
                    .extracting(JournalLine::payload)
                    .endsWith("{\"next\":1}");
        }
    }

    @Test
    void shouldRefuseALineThatWasChanged() throws IOException {
        write(PAYLOADS);
        List<String> lines = lines();
        lines.set(1, lines.get(1).replace("\"b\"", "\"B\""));
        damage(lines);

        assertDamagedAt(3, "one of the two was changed");
    }

    @Test
    void shouldRefuseALineThatIsMissing() throws IOException {
        write(PAYLOADS);
        List<String> lines = lines();
        lines.remove(1);
        damage(lines);

        assertDamagedAt(2, "expected number 2, but it has number 3");
    }

    @Test
    void shouldRefuseLinesThatWereSwapped() throws IOException {
        write(PAYLOADS);
        List<String> lines = lines();
        Collections.swap(lines, 1, 2);
        damage(lines);

        assertDamagedAt(2, "expected number 2, but it has number 3");
    }

    @Test
    void shouldRefuseALineOfAnotherJournal() throws IOException {
        write(List.of("{\"x\":0}", "{\"x\":1}"));
        String foreign = lines().get(1);
        Files.delete(file);
        write(PAYLOADS);
        List<String> lines = lines();
        lines.set(1, foreign);
        damage(lines);

        assertDamagedAt(2, "does not follow from the line before it");
    }

    @Test
    void shouldRefuseWhatIsNoJournal() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "hello\nworld\n");

        assertDamagedAt(1, "Expected a journal line, but got 'hello'");
    }

    @Test
    void shouldLeaveADamagedJournalAsItIs() throws IOException {
        write(PAYLOADS);
        List<String> lines = lines();
        lines.remove(0);
        damage(lines);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> write(List.of("{}"))).isInstanceOf(JournalDamagedException.class);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void shouldKeepASecondWriterOutUntilTheFirstHasClosed() throws IOException {
        try (Journal first = Journal.open(file, line -> {})) {
            first.append(PAYLOADS);

            assertThatThrownBy(() -> Journal.open(file, line -> {}))
                    .isInstanceOf(JournalInUseException.class)
                    .hasMessageContaining("in use by another execution");
            assertThat(read()).hasSize(3);
        }

        assertThat(write(List.of("{}"))).hasSize(1);
    }

    @Test
    void shouldGiveTheLockBackWhenItCannotBeOpened() throws IOException {
        write(PAYLOADS);
        String good = Files.readString(file);
        Files.writeString(file, "no journal\n");
        assertThatThrownBy(() -> write(List.of("{}"))).isInstanceOf(JournalDamagedException.class);
        Files.writeString(file, good);

        assertThat(write(List.of("{}"))).hasSize(1);
    }

    @Test
    void shouldTellTheEndByWhichACutOffEndCanBeSeen() throws IOException {
        write(PAYLOADS);
        JournalReader.End whole = JournalReader.read(file, line -> {});
        damage(lines().subList(0, 2));

        assertThat(JournalReader.read(file, line -> {}).hash()).isNotEqualTo(whole.hash());
        assertThat(whole.sequence()).isEqualTo(3);
        assertThat(whole.bytes()).isGreaterThan(Files.size(file));
    }

    @Test
    void shouldSayWhichJournalCannotBeWritten() throws IOException {
        Journal journal = Journal.open(file, line -> {});
        journal.append(PAYLOADS);
        journal.close();

        assertThatThrownBy(() -> journal.append(List.of("{}")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        assertThat(journal.sequence()).isEqualTo(3);
        assertThat(read()).hasSize(3);
    }

    private List<JournalLine> write(List<String> payloads) throws IOException {
        try (Journal journal = Journal.open(file, line -> {})) {
            return journal.append(payloads);
        }
    }

    private List<JournalLine> read() throws IOException {
        List<JournalLine> lines = new ArrayList<>();
        JournalReader.read(file, lines::add);
        return lines;
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    private void damage(List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
    }

    private void assertDamagedAt(long line, String what) {
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(JournalDamagedException.class, damaged -> assertThat(damaged.line())
                        .isEqualTo(line))
                .hasMessageContaining(what);
    }
}
