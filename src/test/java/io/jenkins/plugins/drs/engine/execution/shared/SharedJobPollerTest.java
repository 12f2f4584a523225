package io.jenkins.plugins.drs.engine.execution.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedJobPollerTest {
    private static final String HERE = "123456789012/us-east-1";
    private static final String ELSEWHERE = "123456789012/eu-west-1";
    private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

    private final SharedJobPoller looks = new SharedJobPoller();
    private final List<String> woken = new ArrayList<>();
    private final Subscription one = looks.join(() -> woken.add("one"));
    private final Subscription other = looks.join(() -> woken.add("other"));
    private final Set<String> asked = new HashSet<>();

    @Test
    void shouldAskForTheJobsOfEverybodyAndTellEverybody() {
        other.wants("other", Map.of(HERE, Set.of("job-2")), Set.of());

        List<RecoveryJob> all = look(one, HERE, "job-1");

        assertThat(asked).containsExactlyInAnyOrder("job-1", "job-2");
        assertThat(all).extracting(RecoveryJob::jobId).containsExactlyInAnyOrder("job-1", "job-2");
        assertThat(woken).containsExactly("other");
        assertThat(other.take()).singleElement().satisfies(look -> assertThat(look.jobs())
                .containsKey("job-2"));
        assertThat(other.take()).isEmpty();
    }

    @Test
    void shouldNotMixAccountsAndRegions() {
        other.wants("other", Map.of(ELSEWHERE, Set.of("job-2")), Set.of(ELSEWHERE));

        look(one, HERE, "job-1");

        assertThat(asked).containsExactly("job-1");
        assertThat(other.take()).isEmpty();
    }

    @Test
    void shouldNotTellOfALookThatMissesAJob() {
        look(one, HERE, "job-1");
        other.wants("other", Map.of(HERE, Set.of("job-2")), Set.of());

        looks.tellAll(one, HERE, NOW, List.of(job("job-1")));

        assertThat(other.take()).isEmpty();
    }

    @Test
    void shouldTellOfAllJobsThereWhereSomebodyWaitsForRoom() {
        other.wants("other", Map.of(), Set.of(HERE));

        looks.tellAll(one, HERE, NOW, List.of(job("job-1")));

        assertThat(other.take()).singleElement().matches(JobPoll::complete);
    }

    @Test
    void shouldKeepTheNewestNewsOnly() {
        other.wants("other", Map.of(HERE, Set.of("job-2")), Set.of());

        look(one, HERE, "job-1");
        looks.look(one, HERE, NOW.plusSeconds(9), Set.of("job-1"), this::answer);

        assertThat(other.take()).extracting(JobPoll::began).containsExactly(NOW.plusSeconds(9));
    }

    @Test
    void shouldNotAskForThoseWhoHaveLeft() {
        other.wants("other", Map.of(HERE, Set.of("job-2")), Set.of());
        looks.leave(other);

        look(one, HERE, "job-1");

        assertThat(asked).containsExactly("job-1");
        assertThat(woken).isEmpty();
    }

    @Test
    void shouldWaitForALookThatIsUnderWayButNotForLong() {
        other.wants("other", Map.of(), Set.of());
        other.wants("other", Map.of(HERE, Set.of("job-2")), Set.of());

        looks.look(one, HERE, NOW, Set.of("job-1"), ids -> {
            assertThat(looks.isLookingUntil(other, HERE, Set.of("job-2"), NOW.plusSeconds(1)))
                    .contains(NOW.plusSeconds(5));
            assertThat(looks.isLookingUntil(other, HERE, Set.of("job-3"), NOW)).isEmpty();
            assertThat(looks.isLookingUntil(one, HERE, Set.of("job-1"), NOW)).isEmpty();
            assertThat(looks.isLookingUntil(other, HERE, Set.of("job-2"), NOW.plusSeconds(5)))
                    .isEmpty();
            return List.of();
        });

        assertThat(looks.isLookingUntil(other, HERE, Set.of("job-2"), NOW)).isEmpty();
    }

    /** Seats that have jobs at once belong to executions that a restart interrupted. */
    @Test
    void shouldWaitOnceForOthersThatAreToGoOnAfterARestart() {
        one.wants("one", Map.of(HERE, Set.of("job-1")), Set.of());
        other.wants("other", Map.of(HERE, Set.of("job-2")), Set.of());

        assertThat(looks.isLookingUntil(one, HERE, Set.of("job-1"), NOW)).contains(NOW.plusSeconds(5));
        assertThat(looks.isLookingUntil(other, HERE, Set.of("job-2"), NOW.plusSeconds(3)))
                .contains(NOW.plusSeconds(5));
        assertThat(looks.isLookingUntil(one, HERE, Set.of("job-1"), NOW.plusSeconds(5)))
                .isEmpty();
        assertThat(looks.isLookingUntil(other, HERE, Set.of("job-2"), NOW.minus(Duration.ofHours(1))))
                .as("by a clock that was set back")
                .isEmpty();
    }

    @Test
    void shouldNotWaitForOthersWithoutARestart() {
        one.wants("one", Map.of(), Set.of());
        one.wants("one", Map.of(HERE, Set.of("job-1")), Set.of());

        assertThat(looks.isLookingUntil(one, HERE, Set.of("job-1"), NOW)).isEmpty();
    }

    @Test
    void shouldLetOthersLookWhenALookHasFailed() {
        assertThatThrownBy(() -> looks.look(one, HERE, NOW, Set.of("job-1"), ids -> {
                    throw new IllegalStateException("no answer");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(looks.isLookingUntil(other, HERE, Set.of("job-1"), NOW)).isEmpty();
    }

    private List<RecoveryJob> look(Subscription seat, String place, String job) {
        return looks.look(seat, place, NOW, Set.of(job), this::answer);
    }

    private List<RecoveryJob> answer(Set<String> ids) {
        asked.clear();
        asked.addAll(ids);
        return ids.stream().map(SharedJobPollerTest::job).toList();
    }

    private static RecoveryJob job(String id) {
        return new RecoveryJob(
                id, "LAUNCH", "START_DRILL", "STARTED", NOW, java.util.Optional.empty(), List.of(), Map.of(), true);
    }
}
