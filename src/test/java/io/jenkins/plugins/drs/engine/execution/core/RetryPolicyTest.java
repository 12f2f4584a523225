package io.jenkins.plugins.drs.engine.execution.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
    private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");
    private static final Asked ASKED = new Asked("launch/Web", Optional.empty(), Integer.MAX_VALUE, false);

    private final RetryPolicy policy = RetryPolicy.DEFAULT;

    @Test
    void shouldWaitLongerWithEveryFailureUpToAMinute() {
        for (int attempt = 1; attempt <= 40; attempt++) {
            Duration wait = wait(FailureKind.SERVER_FAULT, attempt);

            Duration most = Duration.ofSeconds(Math.min(60, 1L << Math.min(attempt - 1, 10)));
            assertThat(wait).as("attempt %s", attempt).isBetween(most.dividedBy(2), most);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"CONFLICT", "QUOTA"})
    void shouldWaitLongerForWhatOthersMustEndFirst(FailureKind kind) {
        assertThat(wait(kind, 1)).isBetween(Duration.ofMillis(7500), Duration.ofSeconds(15));
    }

    @Test
    void shouldNeverComeBackBeforeAwsAsked() {
        assertThat(policy.next(ASKED, failure(FailureKind.THROTTLED, 90), 1, NOW))
                .hasValue(NOW.plusSeconds(90));
    }

    @Test
    void shouldSpreadEffectsThatFailTogether() {
        var waits = IntStream.range(0, 50)
                .mapToObj(n -> new Asked("launch/" + n, Optional.empty(), 9, false))
                .map(asked -> policy.next(asked, failure(FailureKind.THROTTLED, 0), 5, NOW))
                .distinct()
                .toList();

        assertThat(waits).hasSizeGreaterThan(25);
    }

    @Test
    void shouldSayTheSameForTheSameAttempt() {
        assertThat(wait(FailureKind.THROTTLED, 3)).isEqualTo(wait(FailureKind.THROTTLED, 3));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"ACCESS_DENIED", "INVALID", "NOT_FOUND", "UNINITIALIZED", "NO_CREDENTIALS", "OTHER"})
    void shouldNotRepeatWhatWasRefused(FailureKind kind) {
        assertThat(policy.next(ASKED, failure(kind, 0), 1, NOW)).isEmpty();
    }

    @Test
    void shouldRepeatEvenARefusalOfWhatTheExecutionCannotDoWithout() {
        var persistent = new Asked("watch", Optional.empty(), Integer.MAX_VALUE, true);

        assertThat(policy.next(persistent, failure(FailureKind.ACCESS_DENIED, 0), 1, NOW))
                .hasValue(NOW.plus(policy.cap()));
    }

    @Test
    void shouldNotRepeatAfterTheDeadline() {
        var soon = new Asked("launch", Optional.of(NOW.plusSeconds(5)), Integer.MAX_VALUE, false);

        assertThat(policy.next(soon, failure(FailureKind.SERVER_FAULT, 0), 2, NOW))
                .isPresent();
        assertThat(policy.next(soon, failure(FailureKind.SERVER_FAULT, 0), 6, NOW))
                .isEmpty();
        assertThat(policy.next(soon, failure(FailureKind.THROTTLED, 6), 1, NOW)).isEmpty();
    }

    @Test
    void shouldNotRepeatMoreOftenThanTheEffectAllows() {
        var thrice = new Asked("log", Optional.empty(), 3, false);

        assertThat(policy.next(thrice, failure(FailureKind.SERVER_FAULT, 0), 2, NOW))
                .isPresent();
        assertThat(policy.next(thrice, failure(FailureKind.SERVER_FAULT, 0), 3, NOW))
                .isEmpty();
    }

    private Duration wait(FailureKind kind, int attempt) {
        return Duration.between(
                NOW, policy.next(ASKED, failure(kind, 0), attempt, NOW).orElseThrow());
    }

    private static AwsFailure failure(FailureKind kind, int retryAfter) {
        Optional<Duration> wish = retryAfter == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(retryAfter));
        return new AwsFailure(
                new AwsFailure.Details(kind, "drs:StartRecovery", "Code", "It failed.", Optional.empty(), wish), null);
    }

    private record Asked(String key, Optional<Instant> end, int attempts, boolean isPersistent) implements Effect {
        @Override
        public Optional<Instant> deadline(FailureKind kind) {
            return end;
        }

        @Override
        public List<ExecutionEvent> perform(AwsAccess aws) {
            return List.of();
        }

        @Override
        public List<ExecutionEvent> refused(AwsFailure failure) {
            return List.of();
        }
    }
}
