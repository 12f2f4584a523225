package io.jenkins.plugins.drs.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals that end a program politely: the drill is cancelled, and its instances are terminated. */
@DisabledOnOs(OS.WINDOWS)
class SignalsTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void shouldCancelAndCleanUp(String signal) throws IOException, InterruptedException {
        Path folder = temp.resolve("out");
        Process drill = demo(folder);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(drill.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.contains("aunch")) {
                line = lines.readLine();
            }
            new ProcessBuilder("kill", "-" + signal, String.valueOf(drill.pid()))
                    .start()
                    .waitFor();
            lines.lines().forEach(rest -> {});
        }

        assertThat(drill.waitFor()).isEqualTo(1);
        List<String> journal = Files.readAllLines(folder.resolve("audit.jsonl"));
        assertThat(journal).anyMatch(line -> line.contains("CancelRequested") && line.contains("(" + signal + ")"));
        assertThat(journal.get(journal.size() - 1)).contains("ExecutionFinished");
    }

    private static Process demo(Path folder) throws IOException {
        List<String> command = new ArrayList<>(withSignals());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.jenkins.plugins.drs.cli.Drs",
                "demo",
                "--time-scale",
                "60",
                "--progress",
                "plain",
                "--out",
                folder.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** A build in the background hands on that it ignores INT and HUP; what it starts would, too. */
    private static List<String> withSignals() {
        return System.getProperty("os.name").equals("Linux") ? List.of("env", "--default-signal") : List.of();
    }
}
