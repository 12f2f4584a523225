package io.jenkins.plugins.drs.engine.execution.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallPacerTest {
    private static final String PLACE = "123456789012/us-east-1";
    private static final String OPERATION = "drs:DescribeJobs";
    private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");

    private final CallPacer pacer = new CallPacer();

    @Test
    void shouldNotLetEverybodyCallAtOnce() {
        assertThat(admitted(50, START)).isEqualTo(10);
    }

    @Test
    void shouldSayWhenToAskAgain() {
        admitted(10, START);

        Optional<Instant> again = pacer.admit(PLACE, OPERATION, START);

        assertThat(again).hasValueSatisfying(at -> assertThat(at).isAfter(START));
        assertThat(pacer.admit(PLACE, OPERATION, again.orElseThrow())).isEmpty();
    }

    @Test
    void shouldGoFasterWhileAwsTakesWhatIsSent() {
        for (int call = 0; call < 100; call++) {
            pacer.answered(PLACE, OPERATION, START);
        }

        assertThat(admitted(1000, START.plusSeconds(1))).isEqualTo(100);
    }

    @Test
    void shouldWaitForAsLongAsAwsAsks() {
        pacer.throttled(PLACE, OPERATION, Optional.of(Duration.ofSeconds(7)), START);

        assertThat(pacer.admit(PLACE, OPERATION, START.plusSeconds(6))).contains(START.plusSeconds(7));
        assertThat(pacer.admit(PLACE, OPERATION, START.plusSeconds(7))).isEmpty();
    }

    @Test
    void shouldNotKeepEverybodyWaitingForAnAbsurdTime() {
        pacer.throttled(PLACE, OPERATION, Optional.of(Duration.ofDays(9999)), START);

        assertThat(pacer.admit(PLACE, OPERATION, START.plus(Duration.ofMinutes(5))))
                .isEmpty();
    }

    @Test
    void shouldGoSlowerAfterItWasThrottled() {
        pacer.throttled(PLACE, OPERATION, Optional.empty(), START);

        assertThat(admitted(50, START.plusSeconds(60))).isEqualTo(5);
    }

    @Test
    void shouldCountCallsThatWereRefusedTogetherOnce() {
        for (int call = 0; call < 20; call++) {
            pacer.throttled(PLACE, OPERATION, Optional.empty(), START);
        }

        assertThat(admitted(50, START.plusSeconds(60))).isEqualTo(5);
    }

    @Test
    void shouldCountOperationsAndPlacesApart() {
        pacer.throttled(PLACE, OPERATION, Optional.empty(), START);

        assertThat(pacer.admit(PLACE, "drs:StartRecovery", START)).isEmpty();
        assertThat(pacer.admit("123456789012/eu-west-1", OPERATION, START)).isEmpty();
    }

    @Test
    void shouldNotStayClosedWhenTheClockIsSetBack() {
        pacer.throttled(PLACE, OPERATION, Optional.of(Duration.ofSeconds(5)), START);
        Instant earlier = START.minus(Duration.ofHours(1));

        pacer.admit(PLACE, OPERATION, earlier);

        assertThat(pacer.admit(PLACE, OPERATION, earlier.plusSeconds(5))).isEmpty();
    }

    private int admitted(int calls, Instant now) {
        int admitted = 0;
        for (int call = 0; call < calls; call++) {
            admitted += pacer.admit(PLACE, OPERATION, now).isEmpty() ? 1 : 0;
        }
        return admitted;
    }
}
