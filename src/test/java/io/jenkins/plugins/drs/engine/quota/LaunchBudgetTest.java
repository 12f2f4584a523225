package io.jenkins.plugins.drs.engine.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.quota.LaunchBudget.WaveJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @Test
    void shouldTakeTurnsBetweenWaves() {
        var jobs = budget.share(ready("a", 6, "b", 3), Map.of(), new InFlight(0, 0));

        assertThat(jobs).extracting(WaveJob::wave).containsExactly("a", "b");
    }

    @Test
    void shouldLetTheWaveComeNextThatHasFewestServersInJobs() {
        var jobs = budget.share(ready("a", 3, "b", 3), Map.of("a", 3), new InFlight(1, 3));

        assertThat(jobs).extracting(WaveJob::wave).containsExactly("b");
    }

    @Test
    void shouldWaitForAFullJobWhileJobsOfOursWillMakeRoom() {
        assertThat(budget.share(ready("a", 3), Map.of("a", 3), new InFlight(1, 8)))
                .isEmpty();
    }

    @Test
    void shouldFillWhatOthersLeaveWhenNothingOfOursRuns() {
        var jobs = budget.share(ready("a", 3), Map.of(), new InFlight(1, 8));

        assertThat(jobs).singleElement().satisfies(job -> assertThat(job.servers())
                .hasSize(2));
    }

    private static Map<String, List<Integer>> ready(String one, int ofOne, String other, int ofOther) {
        Map<String, List<Integer>> ready = new LinkedHashMap<>(ready(one, ofOne));
        ready.putAll(ready(other, ofOther));
        return ready;
    }

    private static Map<String, List<Integer>> ready(String wave, int servers) {
        return Map.of(wave, IntStream.range(0, servers).boxed().toList());
    }
}
