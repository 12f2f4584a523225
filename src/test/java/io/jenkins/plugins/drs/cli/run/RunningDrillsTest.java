package io.jenkins.plugins.drs.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions.Known;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDrillsTest {
    @TempDir
    private Path folder;

    @Test
    void shouldKnowADrillForAsLongAsItRuns() throws Exception {
        RunningDrills drills = new RunningDrills(folder.resolve("running"), "AWS");

        try (RunningDrills.Note note = drills.note("drs-1", folder)) {
            assertThat(note.isKept()).isTrue();
            assertThat(drills.isRunning("drs-1")).isTrue();
            assertThat(drills.isRunning("drs-2")).isFalse();
        }

        assertThat(drills.isRunning("drs-1")).isFalse();
    }

    /** Its file stays, but the lock on it is gone. */
    @Test
    void shouldNotTakeADrillThatCrashedForARunningOne() throws Exception {
        Files.createFile(folder.resolve("drs-1.lock"));

        assertThat(new RunningDrills(folder, "AWS").isRunning("drs-1")).isFalse();
    }

    @Test
    void shouldKnowNothingOfNamesThatAreNoIds() throws Exception {
        Files.createFile(folder.resolve("outside.lock"));

        RunningDrills drills = new RunningDrills(folder.resolve("running"), "AWS");

        assertThat(drills.isRunning("../outside")).isFalse();
        assertThat(drills.isRunning("")).isFalse();
    }

    @Test
    void shouldGoOnWhereNothingCanBeNoted() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        try (RunningDrills.Note note = new RunningDrills(file, "AWS").note("drs-1", folder)) {
            assertThat(note.isKept()).isFalse();
        }
    }

    @Test
    void shouldLetNoSecondProcessRunAnExecutionWhereverItsJournalLies() throws Exception {
        RunningDrills drills = new RunningDrills(folder.resolve("running"), "AWS");

        try (RunningDrills.Note note = drills.note("drs-1", folder.resolve("original"))) {
            assertThat(note.isKept()).isTrue();
            assertThatThrownBy(() -> drills.note("drs-1", folder.resolve("copy")))
                    .isInstanceOf(ExecutionInUseException.class)
                    .hasMessageContaining("drs-1")
                    .hasMessageContaining(folder.resolve("original").toString());
        }
    }

    @Test
    void shouldClaimAllServersOrNone() throws Exception {
        RunningDrills drills = new RunningDrills(folder.resolve("running"), "AWS");

        try (RunningDrills.Note note = drills.note("drs-1", folder)) {
            assertThat(drills.claim("drs-1", Set.of("s-1", "s-2"))).isEmpty();
            assertThat(drills.claim("drs-1", Set.of("s-3"))).isEmpty();
            assertThat(drills.claim("drs-2", Set.of("s-3", "s-4"))).hasValueSatisfying(holder -> {
                assertThat(holder.executionId()).isEqualTo("drs-1");
                assertThat(holder.servers()).containsExactly("s-3");
                assertThat(holder.where()).contains(folder.toString());
            });
            assertThat(new RunningDrills(folder.resolve("running"), "http://127.0.0.1:4566")
                            .claim("drs-3", Set.of("s-1")))
                    .as("servers of a simulator are others")
                    .isEmpty();
        }

        assertThat(drills.claim("drs-2", Set.of("s-3", "s-4"))).isEmpty();
    }

    @Test
    void shouldNotLetAnExecutionThatCrashedKeepServers() throws Exception {
        RunningDrills drills = new RunningDrills(folder, "AWS");
        Files.createFile(folder.resolve("drs-1.lock"));
        Files.writeString(folder.resolve("drs-1.folder"), "/somewhere\n");
        Files.writeString(folder.resolve("drs-1.servers"), "AWS\ns-1\n");

        assertThat(drills.claim("drs-2", Set.of("s-1"))).isEmpty();
        assertThat(drills.find("drs-1")).isEqualTo(new Known(Stage.INTERRUPTED, "in /somewhere"));
    }
}
