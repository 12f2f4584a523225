package io.jenkins.plugins.drs.plugin.pages.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.build.DrillRow;
import io.jenkins.plugins.drs.plugin.pages.shared.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrillRowTest {
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "DRILL, RUNNING, Drill is running",
        "RECOVERY, RUNNING, Recovery is running",
        "CHECK, RUNNING, Checking",
        "CLEANUP, RUNNING, Cleaning up",
        "DRILL, PAUSED, Drill is paused and waits for a decision",
        "RECOVERY, PAUSED, Recovery is paused and waits for a decision"
    })
    void shouldSayWhatGoesOn(Mode mode, ExecutionStatus status, String words) {
        assertThat(Address.row(KnownDrills.drill(mode, status, 0)).getDoing()).isEqualTo(words);
    }

    @Test
    void shouldShowAPausedDrillAsPausedAndAmongThoseThatHaveNotEnded() {
        DrillRow paused = KnownDrills.plan(
                        "Plan", false, false, KnownDrills.drill(Mode.DRILL, ExecutionStatus.PAUSED, 0))
                .getRunning();

        assertThat(paused.getStatus()).isEqualTo("PAUSED");
        assertThat(paused.getStatusIcon()).isEqualTo(DrillRow.icon(ExecutionStatus.PAUSED));
    }
}
