package io.jenkins.plugins.drs.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatorClockTest {
    private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");

    @Test
    void shouldStandStillUntilItIsAdvanced() {
        SimulatorClock clock = SimulatorClock.virtual(START);

        clock.advance(Duration.ofSeconds(5));
        clock.advanceTo(START); // the past changes nothing

        assertThat(clock.now()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void shouldFlowFasterThanRealTime() {
        SimulatorClock clock = SimulatorClock.scaled(START, 1_000_000);

        assertThat(clock.now()).isAfter(START);
        assertThat(clock.mode()).isEqualTo(SimulatorClock.Mode.SCALED);
    }

    @Test
    void shouldNotBeAdvancedWhenItFlows() {
        assertThatThrownBy(() -> SimulatorClock.real().advance(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldRefuseATimeScaleOfNothing() {
        assertThatThrownBy(() -> SimulatorClock.scaled(START, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
