package io.jenkins.plugins.drs.engine.history;

import java.time.Duration;
import java.util.Optional;

/**
 * A figure of two executions.
 *
 * @param subject what was measured
 * @param before empty when it was not measured then
 * @param now empty when it was not measured now
 */
public record Change(String subject, Optional<Duration> before, Optional<Duration> now) {
    /** A change within a tenth, or within half a minute, may be chance. */
    private static final Duration SMALL = Duration.ofSeconds(30);

    /** How it moved. */
    public enum Direction {
        BETTER,
        SAME,
        WORSE,
        /** It was measured then and is not now. */
        GONE,
        /** It is measured now and was not then. */
        NEW
    }

    public Direction direction() {
        if (before.isEmpty() || now.isEmpty()) {
            return before.isPresent() ? Direction.GONE : now.isPresent() ? Direction.NEW : Direction.SAME;
        }
        if (isMore(before.get(), now.get(), 10)) {
            return Direction.WORSE;
        }
        return isMore(now.get(), before.get(), 10) ? Direction.BETTER : Direction.SAME;
    }

    /** By how much it changed; negative when it became shorter; zero when one of them is not known. */
    public Duration by() {
        return before.isPresent() && now.isPresent() ? now.get().minus(before.get()) : Duration.ZERO;
    }

    static boolean isMore(Duration base, Duration value, int percent) {
        Duration more = value.minus(base);
        return more.compareTo(SMALL) > 0 && more.toMillis() * 100 > base.toMillis() * percent;
    }
}
