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

    /**
     * When something that has begun is expected to end, and how often to look then.
     *
     * @param early before that an end is unlikely
     * @param before longest between looks until then: soon enough for what fails at once
     * @param late by then an end is likely to have come
     * @param dense between looks from early to late
     * @param after between the first looks after that; they grow sparser from there
     */
    record Window(Duration early, Duration before, Duration late, Duration dense, Duration after) {
        private static final Duration SPARSE = Duration.ofSeconds(90);
        private static final Duration SPARSEST = Duration.ofSeconds(120);

        /** Nothing is known, but that few runbooks are done sooner: the longer it lasts already, the sparser the looks. */
        static final Window UNKNOWN =
                of(Duration.ofSeconds(12), Duration.ofSeconds(12), Duration.ofSeconds(5), Duration.ofSeconds(6));

        private static final Duration SHORTEST = Duration.ofSeconds(2);
        private static final Duration LONGEST = Duration.ofSeconds(10);

        /** With looks until an end is likely that are as seldom as may be. */
        static Window of(Duration early, Duration late, Duration dense, Duration after) {
            Duration third = PollSchedule.part(early, 3).plusSeconds(1);
            Duration before = PollSchedule.longer(SPARSE, PollSchedule.shorter(SPARSEST, third));
            return new Window(early, before, late, dense, after);
        }

        /** The same with looks until then that are never farther apart than those of a fixed loop. */
        Window watchedBefore() {
            return new Window(early, PollSchedule.shorter(before, PollSchedule.BASE), late, dense, after);
        }

        /**
         * It took exactly so long the last time: a look a little before, in case that it is faster by now, and one when it
         * is due.
         */
        static Window like(Duration earlier) {
            Duration early = PollSchedule.part(earlier.multipliedBy(96), 100);
            Duration late = earlier.plusSeconds(1);
            return of(early, late, late.minus(early), within(PollSchedule.part(earlier, 50)));
        }

        /** Others of its kind took between that and that. */
        static Window between(Duration shortest, Duration longest) {
            Duration early = PollSchedule.part(shortest.multipliedBy(85), 100);
            Duration late = PollSchedule.part(longest.multipliedBy(115), 100);
            Duration dense = within(PollSchedule.part(late.minus(early), 8));
            return of(early, late, dense, dense);
        }

        /** Once it had not ended after {@code least}, and had after {@code most}. */
        static Window around(Duration least, Duration most) {
            Duration early = PollSchedule.part(least.multipliedBy(94), 100);
            Duration late = PollSchedule.part(most.multipliedBy(106), 100);
            Duration dense = within(PollSchedule.part(late.minus(early), 8));
            return of(early, late, dense, dense);
        }

        /** The same window with other looks. */
        Window every(Duration interval) {
            return new Window(early, before, late, interval, interval);
        }

        private static Duration within(Duration wish) {
            if (wish.compareTo(SHORTEST) < 0) {
                return SHORTEST;
            }
            return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
        }
    }
}
