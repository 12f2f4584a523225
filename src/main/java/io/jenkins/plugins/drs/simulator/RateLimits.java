package io.jenkins.plugins.drs.simulator;

import io.jenkins.plugins.drs.simulator.environment.RateLimitSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the calls of each account, Region and operation that has a limit. Guarded by the world's lock. */
final class RateLimits {
    private final List<RateLimitSpec> limits;
    private final Map<String, Level> levels = new HashMap<>();

    /** How many calls may be made, as of a time. */
    private record Level(double calls, Instant at) {}

    RateLimits(List<RateLimitSpec> limits) {
        this.limits = limits;
    }

    /** The limit that a call now passes; empty when it may be made, which is then counted. */
    Optional<RateLimitSpec> passed(Visit visit, Instant now) {
        return limits.stream()
                .filter(limit -> limit.service().equals(visit.service)
                        && limit.operation().equals(visit.operation))
                .filter(limit -> !take(limit, key(visit), now))
                .findFirst();
    }

    private static String key(Visit visit) {
        return visit.caller.accountId() + " " + visit.regionName + " " + visit.service + " " + visit.operation;
    }

    private boolean take(RateLimitSpec limit, String key, Instant now) {
        Level before = levels.getOrDefault(key, new Level(limit.burst(), now));
        double seconds = Duration.between(before.at(), now).toMillis() / 1000.0;
        double calls = Math.min(limit.burst(), before.calls() + seconds * limit.perSecond());
        levels.put(key, new Level(calls < 1 ? calls : calls - 1, now));
        return calls >= 1;
    }
}
