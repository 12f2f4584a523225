package io.jenkins.plugins.drs.engine.execution.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.execution.watch.PollSchedule.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollScheduleTest {
    private static final Instant BEGUN = Instant.parse("2026-01-05T03:00:00Z");
    private static final double PLENTY = 1;

    @Test
    void shouldLookSeldomWhileAnEndIsUnlikely() {
        Window launch = Window.between(Duration.ofSeconds(400), Duration.ofSeconds(500));

        assertThat(looksUntil(340, launch, PLENTY)).containsExactly(113L, 226L, 340L);
    }

    @Test
    void shouldLookOftenAroundTheExpectedEnd() {
        Window launch = Window.between(Duration.ofSeconds(400), Duration.ofSeconds(500));

        List<Long> looks = looksUntil(570, launch, PLENTY).stream()
                .filter(look -> look >= 340)
                .toList();

        assertThat(looks).hasSize(24);
    }

    @Test
    void shouldLookTwiceAtWhatTookExactlySoLongBefore() {
        assertThat(looksUntil(301, Window.like(Duration.ofSeconds(300)), PLENTY))
                .containsExactly(96L, 192L, 288L, 301L);
    }

    @Test
    void shouldLookAsOftenAsAFixedLoopAtWhatMayTakeLessThanTheLastTime() {
        Window runbook = Window.like(Duration.ofSeconds(300)).watchedBefore();

        assertThat(looksUntil(301, runbook, PLENTY))
                .hasSize(11)
                .startsWith(28L, 57L)
                .endsWith(288L, 301L);
    }

    @Test
    void shouldLookOftenOnlyAroundTheTwoLooksBetweenWhichItEndedBefore() {
        Window checks = Window.around(Duration.ofSeconds(180), Duration.ofSeconds(190));

        assertThat(looksUntil(200, checks, PLENTY))
                .containsExactly(84L, 169L, 173L, 177L, 181L, 185L, 189L, 193L, 197L);
    }

    @Test
    void shouldLookEverSparserAtWhatLastsLongerThanExpected() {
        List<Long> looks = looksUntil(1200, Window.like(Duration.ofSeconds(100)), PLENTY);

        long atFirst = looks.get(3) - looks.get(2);
        long inTheEnd = looks.get(looks.size() - 1) - looks.get(looks.size() - 2);
        assertThat(atFirst).isLessThanOrEqualTo(3);
        assertThat(inTheEnd).isEqualTo(30);
    }

    @Test
    void shouldLookAsAFixedLoopDoesOnceNothingIsLeft() {
        assertThat(looksUntil(120, Window.UNKNOWN, Double.POSITIVE_INFINITY)).containsExactly(12L, 42L, 72L, 102L);
    }

    @Test
    void shouldLookHalfAsOftenWithHalfOfWhatItWants() {
        Window termination = Window.of(
                Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(10), Duration.ofSeconds(10));

        assertThat(looksUntil(120, termination, PLENTY)).containsExactly(60L, 70L, 80L, 90L, 100L, 110L, 120L);
        assertThat(looksUntil(120, termination, 2)).containsExactly(60L, 80L, 100L, 120L);
    }

    @Test
    void shouldKeepItsPaceAtWhatLastsLongerWhenNothingIsLostByASeldomLook() {
        Window launch =
                Window.between(Duration.ofSeconds(400), Duration.ofSeconds(400)).every(Duration.ofSeconds(60));

        assertThat(looksUntil(600, launch, PLENTY)).containsExactly(113L, 226L, 340L, 400L, 460L, 520L, 580L);
    }

    @Test
    void shouldNotLookTwiceInARowBecauseAnEndBecomesLikelyInBetween() {
        Window launch = Window.of(
                Duration.ofSeconds(100), Duration.ofSeconds(300), Duration.ofSeconds(20), Duration.ofSeconds(20));

        assertThat(PollSchedule.next(BEGUN, Optional.of(BEGUN.plusSeconds(97)), launch, PLENTY))
                .isEqualTo(BEGUN.plusSeconds(117));
    }

    @Test
    void shouldNotCountALookFromBeforeTheBeginning() {
        Optional<Instant> before = Optional.of(BEGUN.minusSeconds(1));

        assertThat(PollSchedule.next(BEGUN, before, Window.UNKNOWN, PLENTY)).isEqualTo(BEGUN.plusSeconds(12));
    }

    /** Seconds from the beginning at which it is looked. */
    private static List<Long> looksUntil(long seconds, Window window, double thrift) {
        List<Long> looks = new ArrayList<>();
        Optional<Instant> last = Optional.empty();
        while (true) {
            Instant next = PollSchedule.next(BEGUN, last, window, thrift);
            long at = Duration.between(BEGUN, next).toSeconds();
            if (at > seconds) {
                return looks;
            }
            looks.add(at);
            last = Optional.of(next);
        }
    }
}
