package io.jenkins.plugins.drs.engine.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchBudgetTest {
    private static final InFlight NOTHING = new InFlight(0, 0);

    private final LaunchBudget budget = new LaunchBudget(new QuotaLimits(2, 3, 10));

    @Test
    void shouldFillJobsInPlanOrderUpToJobLimit() {
        var jobs = budget.nextJobs(List.of("a", "b", "c", "d", "e", "f", "g"), NOTHING);

        assertThat(jobs).containsExactly(List.of("a", "b", "c"), List.of("d", "e", "f"));
    }

    @Test
    void shouldPutWhatIsLeftIntoASmallerJob() {
        assertThat(budget.nextJobs(List.of("a", "b", "c", "d"), NOTHING))
                .containsExactly(List.of("a", "b", "c"), List.of("d"));
    }

    @Test
    void shouldNotPassTheServersInAllJobs() {
        assertThat(budget.nextJobs(List.of("a", "b", "c"), new InFlight(1, 8))).containsExactly(List.of("a", "b"));
    }

    @ParameterizedTest(name = "{0} jobs and {1} servers running")
    @CsvSource({"2, 4", "1, 10", "3, 12"}) // at a limit, or past one because another tool launched too
    void shouldWaitWhenAccountIsFull(int jobs, int servers) {
        assertThat(budget.nextJobs(List.of("a"), new InFlight(jobs, servers))).isEmpty();
    }

    @Test
    void shouldHaveNothingToDoWithoutServers() {
        assertThat(budget.nextJobs(List.of(), NOTHING)).isEmpty();
    }

    @Test
    void shouldLaunchTwoHundredAndFiftyServersInThreeJobsUnderTheLimitsOfAws() {
        var servers = IntStream.range(0, 250).boxed().toList();

        assertThat(new LaunchBudget(QuotaLimits.AWS_DEFAULT).nextJobs(servers, NOTHING))
                .extracting(List::size)
                .containsExactly(100, 100, 50);
    }
}
