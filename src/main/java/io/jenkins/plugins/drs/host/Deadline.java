package io.jenkins.plugins.drs.host;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * When an execution is cancelled.
 *
 * @param limit empty when it may take any time
 * @param time the execution's time
 */
record Deadline(Optional<Instant> limit, InstantSource time) {
    boolean isOver() {
        return limit.isPresent() && !time.instant().isBefore(limit.get());
    }

    /** The earlier one of the limit and {@code due}; empty when there is neither. */
    Optional<Instant> orEarlier(Optional<Instant> due) {
        if (limit.isPresent() && due.isPresent()) {
            return limit.get().isBefore(due.get()) ? limit : due;
        }
        return limit.or(() -> due);
    }
}
