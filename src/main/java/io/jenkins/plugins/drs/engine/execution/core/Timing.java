package io.jenkins.plugins.drs.engine.execution.core;

import java.time.Duration;

/**
 * How often things are looked at, and how long for.
 *
 * @param instancePoll between looks at instances that are being taken down
 * @param describePoll between looks at recovery instances while more of a wave are to come
 * @param stopPoll between looks at an automation that is being stopped
 * @param loadMaxAge how old the knowledge of other people's jobs may be when a job is started
 * @param loadPoll between looks at an account that is full
 * @param doubtPoll between looks for the job of a launch in doubt
 * @param doubtLimit how long a job may take to show up; after that the launch is known not to have been made
 * @param preflightLimit how long a check is tried again when AWS cannot be reached, or does not take the keys
 * @param preflightPatience how long a check is tried again when calls are throttled, fail or get no answer of AWS
 * @param patience how long, in real time, no call has ended before the engine goes on without those that are under way
 * @param nextLook how soon the host calls again although calls are under way; one that ends wakes it before
 */
public record Timing(
        Duration instancePoll,
        Duration describePoll,
        Duration stopPoll,
        Duration loadMaxAge,
        Duration loadPoll,
        Duration doubtPoll,
        Duration doubtLimit,
        Duration preflightLimit,
        Duration preflightPatience,
        Duration patience,
        Duration nextLook) {

    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(15),
            Duration.ofMinutes(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofSeconds(90),
            Duration.ofSeconds(90),
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));

    /** The same with another patience; in virtual time, which stands still during a call, it may be long. */
    public Timing withPatience(Duration other) {
        return with(other, nextLook);
    }

    /** The same in a time of which so many seconds pass in a real one, so that the host does not look all the time. */
    public Timing atScale(double scale) {
        return scale <= 1 ? this : with(patience, Duration.ofMillis((long) (nextLook.toMillis() * scale)));
    }

    private Timing with(Duration otherPatience, Duration otherLook) {
        return new Timing(
                instancePoll,
                describePoll,
                stopPoll,
                loadMaxAge,
                loadPoll,
                doubtPoll,
                doubtLimit,
                preflightLimit,
                preflightPatience,
                otherPatience,
                otherLook);
    }

    /** How long an automation may take to stop once it was asked to. */
    public static final Duration STOP_GRACE = Duration.ofMinutes(2);
}
