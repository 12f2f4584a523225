package io.jenkins.plugins.drs.engine.execution.watch;

import java.time.Duration;

/**
 * When something that has begun is expected to end, and how often to look then.
 *
 * @param early before that an end is unlikely
 * @param late by then an end is likely to have come
 * @param dense between looks from early to late
 * @param after between the first looks after that; they grow sparser from there
 */
record Window(Duration early, Duration late, Duration dense, Duration after) {
    /** Nothing is known: the longer it lasts already, the sparser the looks. */
    static final Window UNKNOWN =
            new Window(Duration.ofSeconds(8), Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /**
     * It took exactly so long the last time: a look a little before, in case that it is faster by now, and one when it
     * is due.
     */
    static Window like(Duration earlier) {
        Duration early = LookTimes.part(earlier.multipliedBy(96), 100);
        Duration late = earlier.plusSeconds(1);
        return new Window(early, late, late.minus(early), within(LookTimes.part(earlier, 50)));
    }

    /** Others of its kind took between that and that. */
    static Window between(Duration shortest, Duration longest) {
        Duration early = LookTimes.part(shortest.multipliedBy(85), 100);
        Duration late = LookTimes.part(longest.multipliedBy(115), 100);
        Duration dense = within(LookTimes.part(late.minus(early), 8));
        return new Window(early, late, dense, dense);
    }

    /** The same window with other looks. */
    Window every(Duration interval) {
        return new Window(early, late, interval, interval);
    }

    private static Duration within(Duration wish) {
        if (wish.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }
}
