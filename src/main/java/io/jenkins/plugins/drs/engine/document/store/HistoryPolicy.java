package io.jenkins.plugins.drs.engine.document.store;

import java.time.Duration;

/**
 * How much of the history is kept. The current revision always is.
 *
 * @param most how many revisions, the current one included; at least 1
 * @param longest for how long after a revision was made; counted back from the newest change
 */
public record HistoryPolicy(int most, Duration longest) {
    /** 200 revisions of the last two years. */
    public static final HistoryPolicy DEFAULT = new HistoryPolicy(200, Duration.ofDays(730));

    public HistoryPolicy {
        if (most < 1 || longest.isNegative()) {
            throw new IllegalArgumentException(
                    "Expected to keep at least one revision for zero time or longer, but got " + most + " for "
                            + longest);
        }
    }
}
