package io.jenkins.plugins.drs.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDrillsTest {
    @TempDir
    private Path folder;

    @Test
    void shouldKnowADrillForAsLongAsItRuns() {
        RunningDrills drills = new RunningDrills(folder.resolve("running"));

        try (RunningDrills.Note note = drills.note("drs-1")) {
            assertThat(note).isNotNull();
            assertThat(drills.isRunning("drs-1")).isTrue();
            assertThat(drills.isRunning("drs-2")).isFalse();
        }

        assertThat(drills.isRunning("drs-1")).isFalse();
    }

    /** Its file stays, but the lock on it is gone. */
    @Test
    void shouldNotTakeADrillThatCrashedForARunningOne() throws Exception {
        Files.createFile(folder.resolve("drs-1.lock"));

        assertThat(new RunningDrills(folder).isRunning("drs-1")).isFalse();
    }

    @Test
    void shouldKnowNothingOfNamesThatAreNoIds() throws Exception {
        Files.createFile(folder.resolve("outside.lock"));

        RunningDrills drills = new RunningDrills(folder.resolve("running"));

        assertThat(drills.isRunning("../outside")).isFalse();
        assertThat(drills.isRunning("")).isFalse();
    }

    @Test
    void shouldGoOnWhereNothingCanBeNoted() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        try (RunningDrills.Note note = new RunningDrills(file).note("drs-1")) {
            assertThat(note).isNotNull();
        }
    }
}
