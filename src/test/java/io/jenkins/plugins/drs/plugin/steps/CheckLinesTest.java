package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import io.jenkins.plugins.drs.engine.result.DrillStory;
import io.jenkins.plugins.drs.engine.result.Stories;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.steps.SyncChecks.CheckLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckLinesTest {
    private static List<String> lines(DrillStory story, String status, String reason) {
        Map<String, Object> told = PlanChecks.told("Shop", status, reason, "drs-1");
        return CheckLines.of(told, Optional.of(story.result()));
    }

    private static DrillStory check() {
        return new DrillStory(Stories.threeTiers()).starts(Mode.CHECK, false);
    }

    private static Check found(CheckStatus status, int number) {
        return new Check("Network", "subnet-" + number, status, "Subnet " + number + " is full.", "Free addresses.");
    }

    @Test
    void shouldTellAGoodCheckInOneLine() {
        assertThat(lines(check().preflightPasses().finishes(ExecutionStatus.COMPLETED), "COMPLETED", ""))
                .containsExactly("'Shop': ready");
    }

    @Test
    void shouldTellWhatToLookAtWhereSomethingWasFoundTheWorstFirst() {
        DrillStory story = check().checked(
                        "network",
                        found(CheckStatus.WARNING, 1),
                        found(CheckStatus.PASSED, 2),
                        found(CheckStatus.FAILED, 3));

        assertThat(lines(story, "FAILED", "1 check failed."))
                .containsExactly(
                        "'Shop': FAILED: 1 check failed.",
                        "  error: Subnet 3 is full. Free addresses.",
                        "  warning: Subnet 1 is full. Free addresses.");
        assertThat(lines(story, "COMPLETED", "").get(0)).isEqualTo("'Shop': ready, with 2 warnings");
    }

    @Test
    void shouldTellTheFirstOfManyFindingsAndHowManyMoreThereAre() {
        Check[] many = IntStream.range(0, 40)
                .mapToObj(number -> found(CheckStatus.FAILED, number))
                .toArray(Check[]::new);

        assertThat(lines(check().checked("network", many), "FAILED", "40 checks failed."))
                .hasSize(7)
                .endsWith("  and 35 more, see its report");
    }

    @Test
    void shouldTellACheckThatDidNotGetAsFar() {
        assertThat(CheckLines.of(PlanChecks.told("Shop", "FAILED", "No\r\n[drs] keys.", null), Optional.empty()))
                .singleElement()
                .asString()
                .startsWith("'Shop': FAILED: No")
                .doesNotContain("\n", "\r");
    }
}
