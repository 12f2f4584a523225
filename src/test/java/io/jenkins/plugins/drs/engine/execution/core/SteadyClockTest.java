package io.jenkins.plugins.drs.engine.execution.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Instant shown = START;
    private long nanos = 42;
    private final SteadyClock clock = new SteadyClock(() -> shown, () -> nanos);

    @Test
    void shouldGoOnWithWhatHasPassed() {
        pass(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(300));
        assertThat(clock.leapt()).isZero();
    }

    @Test
    void shouldGoOnAsBeforeWhenTheMachinesClockIsSetBack() {
        pass(Duration.ofMinutes(5));
        shown = shown.minus(Duration.ofHours(2));
        pass(Duration.ofMinutes(1));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(360));
        assertThat(clock.leapt()).isZero();
    }

    @Test
    void shouldLeapWhenTheMachineWasSuspended() {
        pass(Duration.ofMinutes(5));
        shown = shown.plus(Duration.ofHours(3));

        assertThat(clock.instant()).isEqualTo(shown);
        assertThat(clock.leapt()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void shouldNotLeapForASmallCorrection() {
        shown = shown.plusSeconds(4);
        pass(Duration.ofMinutes(1));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
        assertThat(clock.leapt()).isZero();
    }

    @Test
    void shouldNotLeapWhenAClockThatWasSetBackIsCorrected() {
        shown = shown.minus(Duration.ofHours(2));
        pass(Duration.ofMinutes(1));
        clock.instant();
        shown = shown.plus(Duration.ofHours(2));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
        assertThat(clock.leapt()).isZero();
    }

    /** The hour that a place gets twice in autumn, and the one that it loses in spring, are hours like others. */
    @Test
    void shouldNotKnowOfSummerTime() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        shown = ZonedDateTime.of(2026, 10, 25, 1, 30, 0, 0, berlin).toInstant();
        SteadyClock night = new SteadyClock(() -> shown, () -> nanos);
        pass(Duration.ofHours(2));

        assertThat(night.instant().atZone(berlin).getHour()).isEqualTo(2);
        assertThat(night.leapt()).isZero();
    }

    @Test
    void shouldNeverGoBackFromOneEngineToTheNext() {
        EngineTime time = new EngineTime(clock, Optional.of(START.plus(Duration.ofHours(2))));
        Instant first = time.instant();
        pass(Duration.ofMinutes(1));

        assertThat(first).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(time.instant()).isEqualTo(first.plusSeconds(60));
        assertThat(time.toClock(first.plusSeconds(90))).isEqualTo(START.plusSeconds(90));
        assertThat(time.of(START.plusSeconds(30))).isEqualTo(first.plusSeconds(30));
    }

    @Test
    void shouldNeverGoBackThoughItsClockDoes() {
        EngineTime time = new EngineTime(() -> shown, Optional.empty());
        Instant first = time.instant();
        shown = shown.minus(Duration.ofHours(2));
        Instant second = time.instant();
        shown = shown.plusSeconds(10);

        assertThat(second).isEqualTo(first);
        assertThat(time.instant()).isEqualTo(first.plusSeconds(10));
    }

    private void pass(Duration time) {
        shown = shown.plus(time);
        nanos += time.toNanos();
    }
}
