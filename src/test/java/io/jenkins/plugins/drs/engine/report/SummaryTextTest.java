package io.jenkins.plugins.drs.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.Stories;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
    @Test
    void shouldSetTheWavesAgainstTheObjectives() {
        List<String> lines = SummaryText.of(Stories.allGoesWell().result(), 100);

        assertThat(lines.get(0)).startsWith("The drill succeeded. 6 of 6 servers");
        assertThat(lines)
                .contains("1 Database     COMPLETED  2/2      8m 12s  12m 12s   2/2")
                .contains("RTO      35m 6s, within the objective of 1h")
                .anyMatch(line -> line.matches("Lost     .+ between the steps of AWS"));
    }

    @Test
    void shouldNameWhatFailedAndWhatToDo() {
        assertThat(String.join("\n", SummaryText.of(Stories.partialFailure().result(), 120)))
                .contains("1/2, 1 failed", "RTO      not reached, misses the objective of 1h", "app-02", "To do:");
    }

    @Test
    void shouldKeepToTheWidthWhateverTheNames() {
        for (DrillStory story : Stories.all()) {
            for (int width : List.of(80, 120)) {
                assertThat(SummaryText.of(story.result(), width)).allSatisfy(line -> {
                    assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(width);
                    assertThat(line.chars()).noneMatch(Character::isISOControl);
                });
            }
        }
    }

    @Test
    void shouldSayThatItWasSimulated() {
        assertThat(SummaryText.of(Stories.simulated().result(), 100).get(0)).startsWith("[SIMULATED] ");
    }
}
