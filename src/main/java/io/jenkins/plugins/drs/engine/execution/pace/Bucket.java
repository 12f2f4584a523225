package io.jenkins.plugins.drs.engine.execution.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Calls that may be made of one operation, as a bucket that fills with time. It fills faster while AWS takes what is
 * sent, and half as fast once AWS throttles; from there it grows slowly. AWS publishes no rates for DRS.
 */
final class Bucket {
    private static final double FIRST_RATE = 10;
    private static final double LOWEST_RATE = 0.5;
    private static final double HIGHEST_RATE = 100;
    private static final double FAST_GROWTH = 1.05;
    private static final double SLOW_GROWTH = 0.02;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** An answer that asks for more keeps its own caller waiting, and not everybody for days. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final double NANOS = 1e9;

    private double rate = FIRST_RATE;
    private double tokens = FIRST_RATE;
    private double ceiling = HIGHEST_RATE;
    private Instant filled;
    private Instant closedUntil;
    private Instant lastThrottle;

    Bucket(Instant now) {
        filled = now;
        closedUntil = now;
        lastThrottle = now.minus(PAUSE);
    }

    /** Takes a call out; when there is none, says when to ask again. */
    Optional<Instant> take(Instant now) {
        fill(now);
        if (closedUntil.isAfter(now)) {
            return Optional.of(closedUntil);
        }
        if (tokens >= 1) {
            tokens--;
            return Optional.empty();
        }
        Duration wait = Duration.ofNanos((long) Math.ceil((1 - tokens) / rate * NANOS));
        return Optional.of(now.plus(wait.compareTo(SHORTEST_WAIT) > 0 ? wait : SHORTEST_WAIT));
    }

    /** A clock that was set back fills nothing, and keeps nothing closed. */
    private void fill(Instant now) {
        if (now.isBefore(filled)) {
            closedUntil = closedUntil.isAfter(filled) ? now.plus(Duration.between(filled, closedUntil)) : now;
            lastThrottle = now;
        } else {
            tokens = Math.min(
                    Math.max(1, rate), tokens + Duration.between(filled, now).toNanos() / NANOS * rate);
        }
        filled = now;
    }

    void answered() {
        rate = Math.min(HIGHEST_RATE, rate < ceiling ? rate * FAST_GROWTH : rate + SLOW_GROWTH);
    }

    /** @param wait how long AWS asks to wait; zero when it does not say */
    void throttled(Duration wait, Instant now) {
        fill(now);
        if (!now.isBefore(lastThrottle.plus(PAUSE))) {
            rate = Math.max(LOWEST_RATE, rate / 2);
            ceiling = rate;
            lastThrottle = now;
        }
        tokens = 0;
        Instant open = now.plus(wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer(wait, PAUSE));
        closedUntil = open.isAfter(closedUntil) ? open : closedUntil;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
