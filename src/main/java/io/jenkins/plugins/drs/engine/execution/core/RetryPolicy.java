package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Says when a failed effect is tried again: later with every failure, spread by a jitter, never before AWS asked.
 *
 * <p>Pure: the jitter comes from the effect's key and the attempt, so replay and simulation repeat it.
 *
 * @param first the shortest wait after a first failure, for each kind that waits longer than others
 * @param cap the longest wait, unless AWS asks for more
 */
public record RetryPolicy(Map<FailureKind, Duration> first, Duration cap) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** A second at first, for limits and conflicts 15; never more than a minute. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(
            Map.of(FailureKind.CONFLICT, Duration.ofSeconds(15), FailureKind.QUOTA, Duration.ofSeconds(15)),
            Duration.ofMinutes(1));

    /**
     * The time of the next attempt; empty when there is to be none.
     *
     * @param attempt how often the effect has failed in a row, from 1
     */
    public Optional<Instant> next(Effect effect, AwsFailure failure, int attempt, Instant now) {
        if (attempt >= effect.attempts()) {
            return Optional.empty();
        }
        if (!failure.kind().isRetryable()) {
            return effect.isPersistent() ? Optional.of(now.plus(cap)) : Optional.empty();
        }
        Duration wait = longer(
                jittered(backoff(failure.kind(), attempt), effect.gate(), attempt),
                failure.details().retryAfter().orElse(Duration.ZERO));
        Instant next = now.plus(wait);
        return effect.deadline(failure.kind()).filter(next::isAfter).isPresent() ? Optional.empty() : Optional.of(next);
    }

    private Duration backoff(FailureKind kind, int attempt) {
        Duration base = first.getOrDefault(kind, SHORTEST);
        Duration grown = base.multipliedBy(1L << Math.min(attempt - 1, 10));
        return grown.compareTo(cap) > 0 ? cap : grown;
    }

    /** Between half of the wait and all of it. */
    private static Duration jittered(Duration wait, String key, int attempt) {
        int spread = Math.floorMod(31 * key.hashCode() + attempt * 7919, 1000);
        return wait.dividedBy(2).plus(wait.multipliedBy(spread).dividedBy(2000));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
