package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchAccepted;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.event.ServerEvent.InstanceFound;
import io.jenkins.plugins.drs.engine.execution.cleanup.OpenWorkText;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A journal that somebody or some disk changed in the middle, at every line, while servers launch. */
class DamagedJournalTest {
    @Test
    void shouldRefuseItTellWhatMayRunAndLeaveItAsItIsWhicheverLineWasChanged() throws IOException {
        try (Drill drill =
                drillOf(wave("Web", "web-1", "web-2").before(action("Stop"))).start()) {
            drill.runUntil(Seen.any(LaunchAccepted.class));
            byte[] good = Files.readAllBytes(drill.journalFile());
            drill.execution().close();
            int lines = drill.journalText().split("\n").length;

            for (int line = 1; line < lines; line++) { // nothing follows the last one that could contradict it
                byte[] damaged = damagedAt(line, good);
                Files.write(drill.journalFile(), damaged);

                assertThatThrownBy(() -> drill.restartAfter(Duration.ZERO))
                        .as("line %s", line)
                        .hasMessageContaining("audit.jsonl is damaged at line ")
                        .hasMessageContaining("nothing was written to it");
                assertThat(Files.readAllBytes(drill.journalFile())).isEqualTo(damaged);
                assertThat(String.join("\n", OpenWorkText.in(drill.journalFile())))
                        .as("line %s", line)
                        .contains(line == 1 ? "DrsOrchestrationExecution" : "DrsOrchestrationExecution=execution-1");
            }

            Files.write(drill.journalFile(), good);
            drill.restartAfter(Duration.ZERO);
            drill.run();
            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
        }
    }

    /** One letter or digit in the middle of the event: the line stays JSON, and may tell of something that never was. */
    private static byte[] damagedAt(int line, byte[] good) {
        byte[] damaged = good.clone();
        List<String> lines = new String(good, StandardCharsets.UTF_8).lines().toList();
        int begin = lines.subList(0, line - 1).stream()
                .mapToInt(one -> one.getBytes(StandardCharsets.UTF_8).length + 1)
                .sum();
        int at = begin + lines.get(line - 1).getBytes(StandardCharsets.UTF_8).length - 1;
        while (!Character.isLetterOrDigit(damaged[at])) {
            at--;
        }
        damaged[at] = (byte)
                (damaged[at] == 'a' ? 'b' : damaged[at] == '1' ? '2' : Character.isDigit(damaged[at]) ? '1' : 'a');
        return damaged;
    }

    /** As when an older copy is restored. It told people to wait for the execution itself, which could never end. */
    @Test
    void shouldSayThatItsJournalWasCutOffWhereItsOwnInstanceRunsAlready() {
        try (Drill drill = drillOf(wave("Web", "web-1")).start()) {
            drill.runUntil(InstanceFound.class::isInstance);

            drill.restartWithTheFirst(1).run();

            assertDrill(drill).ended(ExecutionStatus.FAILED);
            assertThat(drill.events(StepDone.class))
                    .flatExtracting(StepDone::checks)
                    .filteredOn(check -> check.status() == CheckStatus.FAILED)
                    .singleElement()
                    .satisfies(check -> assertThat(check.message())
                            .contains("was launched by this execution, but its journal does not know of it"));
        }
    }
}
