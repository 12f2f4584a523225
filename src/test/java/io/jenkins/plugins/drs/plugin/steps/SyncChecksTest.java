package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyncChecksTest {
    private static List<String> failures(int plans) {
        return SyncChecks.failures(IntStream.range(0, plans)
                .mapToObj(number -> PlanChecks.told("plan " + number, "FAILED", "Wrong.", null))
                .toList());
    }

    @Test
    void shouldNameEachOfAFewPlansThatFailed() {
        assertThat(SyncChecks.inShort(failures(5)))
                .contains("'plan 0' FAILED: Wrong.", "'plan 4' FAILED: Wrong.")
                .endsWith("Wrong.");
    }

    @Test
    void shouldNameTheFirstOfManyPlansThatFailedAndCountTheRest() {
        assertThat(SyncChecks.inShort(failures(300)))
                .contains("'plan 0' FAILED", "'plan 4' FAILED")
                .doesNotContain("'plan 5'")
                .endsWith("295 more checks failed, too.");
    }

    @Test
    void shouldTakeACompletedCheckForNoFailure() {
        assertThat(SyncChecks.failures(List.of(PlanChecks.told("plan", "COMPLETED", "", "drs-1"))))
                .isEmpty();
    }
}
