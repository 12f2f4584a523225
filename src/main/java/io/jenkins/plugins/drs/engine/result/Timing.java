package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A span of time.
 *
 * @param started empty when it has not begun
 * @param ended empty while it lasts
 * @param length how long it took, or lasts so far; empty when it has not begun
 */
public record Timing(
        Optional<Instant> started,
        Optional<Instant> ended,
        @JsonProperty("durationSeconds") Optional<Duration> length) {
    /** Has not begun. */
    public static final Timing NONE = new Timing(Optional.empty(), Optional.empty(), Optional.empty());

    /** From {@code started} to {@code ended}, or to {@code now} while it lasts. Never negative. */
    public static Timing of(Optional<Instant> started, Optional<Instant> ended, Instant now) {
        return new Timing(started, ended, started.map(from -> between(from, ended.orElse(now))));
    }

    /** The time between two instants; zero when the clocks disagree about their order. */
    static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    /** The last moment that is known: its end, or how far it has come. */
    Instant last() {
        return started.flatMap(from -> length.map(from::plus)).orElse(Instant.EPOCH);
    }

    /** The length for people, such as {@code 15m 30s}. */
    @JsonProperty("duration")
    public Optional<String> text() {
        return length.map(Durations::text);
    }
}
