package io.jenkins.plugins.drs.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.journal.Journal.JournalInUseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that another process writes is left to it, until that process ends or is killed. */
class TwoProcessesTest {
    @TempDir
    Path folder;

    /** The other process: writes a line, says so, and keeps the journal open for as long as it lives. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws IOException {
            try (Journal journal = Journal.open(Path.of(arguments[0]), line -> {})) {
                journal.append(List.of("{\"by\": \"the other\"}"));
                System.out.println("written");
                System.in.read();
            }
        }
    }

    @Test
    void shouldRefuseAJournalThatAnotherProcessHasUntilThatOneIsKilled() throws Exception {
        Path file = folder.resolve("audit.jsonl");
        Process other = start(file);
        try (BufferedReader says =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(says.readLine()).isEqualTo("written");
            String before = Files.readString(file);

            assertThatThrownBy(() -> Journal.open(file, line -> {}))
                    .isInstanceOf(JournalInUseException.class)
                    .hasMessageContaining("in use by another execution");
            assertThat(Files.readString(file)).isEqualTo(before);
        } finally {
            other.destroyForcibly().waitFor();
        }

        try (Journal journal = Journal.open(file, line -> {})) {
            assertThat(journal.append(List.of("{}"))).singleElement().matches(line -> line.sequence() == 2);
        }
    }

    private static Process start(Path file) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Other.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
