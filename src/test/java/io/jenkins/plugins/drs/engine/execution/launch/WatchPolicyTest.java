package io.jenkins.plugins.drs.engine.execution.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.EffectHistory;
import io.jenkins.plugins.drs.engine.state.JobState;
import io.jenkins.plugins.drs.engine.state.JobState.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchPolicyTest {
    private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");

    private final WatchPolicy policy = WatchPolicy.DEFAULT;

    @Test
    void shouldLookSeldomWhileALaunchCannotHaveEnded() {
        assertThat(next(0, 0)).isEqualTo(60);
        assertThat(next(60, 1)).isEqualTo(120);
    }

    @Test
    void shouldSpendTheLooksItSavedOnceAnEndIsLikely() {
        assertThat(next(180, 3)).isEqualTo(190);
    }

    @Test
    void shouldLookLikeTheFixedLoopOnceNothingIsSaved() {
        assertThat(next(300, 11)).isEqualTo(330);
    }

    @Test
    void shouldNotLetATerminationWait() {
        var job = job(Purpose.TERMINATE, START);

        assertThat(policy.nextLook(List.of(job), looked(0, 0), START)).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void shouldNeverLookMoreOftenThanTheFixedLoop() {
        var jobs = List.of(job(Purpose.LAUNCH, START));
        int looks = 0;
        Instant now = START;
        for (Instant last = START; Duration.between(START, now).toMinutes() < 120; last = now) {
            now = policy.nextLook(
                    jobs, looked(looks, Duration.between(START, last).toSeconds()), last);
            looks++;
            assertThat((long) looks)
                    .isLessThanOrEqualTo(1 + Duration.between(START, now).dividedBy(policy.base()));
        }
    }

    /** Seconds after the start at which it is looked next, when it was looked just now for the nth time. */
    private long next(int now, int looks) {
        Instant at = START.plusSeconds(now);
        return Duration.between(START, policy.nextLook(List.of(job(Purpose.LAUNCH, START)), looked(looks, now), at))
                .toSeconds();
    }

    private static EffectHistory looked(int looks, long last) {
        Optional<Instant> lastCall = looks == 0 ? Optional.empty() : Optional.of(START.plusSeconds(last));
        return new EffectHistory(looks, lastCall, lastCall, 0, Optional.empty(), Optional.empty());
    }

    private static JobState job(Purpose purpose, Instant accepted) {
        return new JobState(
                "drsjob-1", Target.own("us-east-1"), purpose, accepted, "STARTED", Map.of(), false, Map.of());
    }
}
