package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.execution.cleanup.OpenWorkText;
import io.jenkins.plugins.drs.engine.execution.core.OtherExecutions;
import io.jenkins.plugins.drs.engine.execution.shared.SharedInHost;
import io.jenkins.plugins.drs.engine.journal.Disk;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.InstanceEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A disk that fills up, at every write of a drill: what runs is told, and with room again the drill goes on. */
class FullDiskTest {
    /** The first write is that of the beginning, which fails before there is a drill. */
    private static final int FIRST = 2;

    @Test
    void shouldTellWhatRunsAndGoOnWhereverTheDiskWasFull() {
        int writes = undisturbed();

        for (int write = FIRST; write <= writes; write++) {
            FillingDisk disk = new FillingDisk(write);
            try (Drill drill = drill(disk).start()) {
                assertThatThrownBy(drill::run)
                        .as("write %s", write)
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining("cannot be written: No space left on device");
                assertTold(drill);

                disk.fullAt = Integer.MAX_VALUE;
                drill.restartAfter(Duration.ofMinutes(5));
                drill.run();

                assertDrill(drill)
                        .ended(ExecutionStatus.COMPLETED)
                        .launchedOnce("db-1", "web-1")
                        .leftNothing();
                assertThat(drill.record().automations()).hasSize(1);
            }
        }
    }

    /** The log says so already, but who reads why the drill broke off must not think that nothing runs. */
    @Test
    void shouldTellWhatWasAskedToStayWhenTheDiskIsFullAtTheVeryEnd() {
        FillingDisk counting = new FillingDisk(Integer.MAX_VALUE);
        try (Drill drill = drill(counting).keepingInstances().start()) {
            drill.run();
        }
        try (Drill drill =
                drill(new FillingDisk(counting.writes)).keepingInstances().start()) {
            assertThatThrownBy(drill::run).isInstanceOf(UncheckedIOException.class);

            assertThat(drill.record().instances()).hasSize(2);
            assertTold(drill);
        }
    }

    @Test
    void shouldBeginNothingOnAFullDisk() {
        DrillScenario scenario = drill(new FillingDisk(1));

        assertThatThrownBy(scenario::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left on device");
    }

    private int undisturbed() {
        FillingDisk disk = new FillingDisk(Integer.MAX_VALUE);
        try (Drill drill = drill(disk).start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            return disk.writes;
        }
    }

    /** Whatever runs is named: by itself, by its job, or by the tag of its launch. */
    private static void assertTold(Drill drill) {
        String told = String.join("\n", OpenWorkText.in(drill.journalFile()));
        for (InstanceEntry instance : drill.record().instances()) {
            String launch = drill.record().jobStarts().stream()
                    .filter(job -> job.jobId().equals(instance.jobId()))
                    .map(job -> job.tags().get("DrsOrchestrationLaunch"))
                    .findFirst()
                    .orElseThrow();
            assertThat(told).containsAnyOf(instance.instanceId(), instance.jobId(), launch);
        }
    }

    private static DrillScenario drill(Disk disk) {
        return drillOf(wave("Database", "db-1").before(action("Stop")), wave("Web", "web-1"))
                .runBy(usual -> new EngineRuntime(
                        usual.connections(),
                        usual.clock(),
                        usual.executor(),
                        usual.settings(),
                        OtherExecutions.UNKNOWN,
                        new SharedInHost(),
                        disk));
    }

    /** Takes half of one write and no more, until there is room again. */
    private static final class FillingDisk implements Disk {
        private int fullAt;
        private int writes;

        FillingDisk(int fullAt) {
            this.fullAt = fullAt;
        }

        @Override
        public Store open(Path file) throws IOException {
            Store real = REAL.open(file);
            return new Store() {
                @Override
                public void append(byte[] bytes) throws IOException {
                    writes++;
                    if (writes >= fullAt) {
                        real.append(Arrays.copyOf(bytes, bytes.length / 2));
                        throw new IOException("No space left on device");
                    }
                    real.append(bytes);
                }

                @Override
                public void cut(long length) throws IOException {
                    real.cut(length);
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }
    }
}
