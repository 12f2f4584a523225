package io.jenkins.plugins.drs.engine.execution.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says when to look next at something that has begun and may have ended. */
final class PollSchedule {
    /** As a fixed loop looks; never more seldom once an end is likely. */
    static final Duration BASE = Duration.ofSeconds(30);

    private static final int GROWTH = 15;

    private PollSchedule() {}

    /**
     * The time of the next look.
     *
     * @param begun when it began
     * @param last when it was looked last; a look from before it began does not count
     * @param thrift how many times as sparse as the window says; never sparser than a fixed loop for that
     */
    static Instant next(Instant begun, Optional<Instant> last, Window window, double thrift) {
        Instant from = last.filter(begun::isBefore).orElse(begun);
        Duration lasted = Duration.between(begun, from);
        Duration untilEarly = window.early().minus(lasted);
        if (untilEarly.compareTo(Duration.ZERO) > 0) {
            Duration sparse = sparse(untilEarly, window.before());
            return from.plus(lasted.isZero() ? sparse : longer(sparse, window.dense()));
        }
        Duration wait = lasted.compareTo(window.late()) < 0
                ? window.dense()
                : shorter(window.after().plus(part(lasted.minus(window.late()), GROWTH)), longer(BASE, window.after()));
        Duration thrifty = times(wait, thrift);
        return from.plus(thrift <= 1 ? thrifty : longer(wait, shorter(thrifty, BASE)));
    }

    private static Duration times(Duration wait, double thrift) {
        return thrift == 1 ? wait : Duration.ofNanos((long) (wait.toNanos() * thrift)); // the longest for infinity
    }

    /** Looks that part the time until an end is likely evenly, so that the last one falls on its beginning. */
    private static Duration sparse(Duration rest, Duration most) {
        return part(rest, 1 + rest.minusNanos(1).toNanos() / most.toNanos());
    }

    /** As {@link Duration#dividedBy(long)}, which goes by way of decimal numbers: this is asked for each job, each time. */
    static Duration part(Duration whole, long parts) {
        return Duration.ofNanos(whole.toNanos() / parts);
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
