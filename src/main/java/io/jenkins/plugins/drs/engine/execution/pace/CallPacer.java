package io.jenkins.plugins.drs.engine.execution.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says when a call may be made, so that AWS need not throttle it. One for all executions of a host: AWS counts the calls
 * of an account, whoever makes them. Safe for use by several threads. Keeps nothing over a restart: it begins with a low
 * rate, so that many executions that are resumed together do not fall upon AWS.
 */
public final class CallPacer {
    private final Map<Key, Bucket> buckets = new HashMap<>();

    private record Key(String place, String operation) {}

    /**
     * Admits a call, or says when to ask again.
     *
     * @param place account and Region
     * @param operation service and operation
     */
    public synchronized Optional<Instant> admit(String place, String operation, Instant now) {
        return bucket(place, operation, now).take(now);
    }

    /** A call was answered, well or with any failure but that of the rate. */
    public synchronized void answered(String place, String operation, Instant now) {
        bucket(place, operation, now).answered();
    }

    /** AWS refused a call because of its rate. */
    public synchronized void throttled(String place, String operation, Optional<Duration> retryAfter, Instant now) {
        bucket(place, operation, now).throttled(retryAfter.orElse(Duration.ZERO), now);
    }

    private Bucket bucket(String place, String operation, Instant now) {
        return buckets.computeIfAbsent(new Key(place, operation), key -> new Bucket(now));
    }
}
