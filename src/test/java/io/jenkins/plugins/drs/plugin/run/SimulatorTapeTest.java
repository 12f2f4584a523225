package io.jenkins.plugins.drs.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.simulator.wire.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTapeTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final String BODY = "{\"DocumentName\":\"Run\",\"Parameters\":{\"Token\":[\"s3cr3t-value\"]}}";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("simulator").resolve("requests.jsonl");
    }

    private SimulatorTape written() {
        SimulatorTape tape = new SimulatorTape(file(), new FakeSeal(true));
        tape.request(
                AT,
                new Request(
                        "POST",
                        "/",
                        "",
                        Map.of("x-amz-target", "AmazonSSM.StartAutomationExecution"),
                        BODY.getBytes(StandardCharsets.UTF_8)));
        return tape;
    }

    @Test
    void shouldPlayParametersAgainAndNotShowThem() throws IOException {
        SimulatorTape tape = written();

        assertThat(tape.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.request().text()).isEqualTo(BODY));
        assertThat(Files.readString(file()))
                .contains("StartAutomationExecution")
                .doesNotContain("s3cr3t-value");
    }

    @Test
    void shouldBeReadableByItsOwnerOnly() throws IOException {
        written();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void shouldGoOnWithoutWhatCannotBeOpened() throws IOException {
        written();

        var entries = new SimulatorTape(file(), new FakeSeal(false)).entries();

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.holdsRequest()).isFalse();
            assertThat(entry.time()).isEqualTo(AT);
        });
    }
}
