package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.LeftBehind;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultWindow;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A look that AWS refuses is no look: nothing is said of what nobody saw. */
class RefusedLooksTest {
    @ParameterizedTest(name = "keys expire after {0} s")
    @CsvSource({"30", "200", "400", "500"})
    void shouldGiveUpSoonAndNameWhatMayRunWhenKeysExpireThatNobodyRenews(long seconds) {
        Fault expiry = Fault.of(FaultKind.EXPIRED_CREDENTIALS).with(new FaultWindow(null, null, null, seconds, null));

        try (Drill drill =
                drillOf(wave("Web", "web-1", "web-2")).failing(expiry).start()) {
            drill.run();

            assertThat(lasted(drill)).isLessThan(Duration.ofSeconds(seconds).plusMinutes(25));
            assertThat(drill.events(LeftBehind.class)).isNotEmpty().allSatisfy(left -> assertThat(left.reason())
                    .contains("Jobs or instances could not be read since", "expired", "Renew the credentials"));
            List<String> named =
                    drill.events(LeftBehind.class).stream().map(LeftBehind::id).toList();
            assertThat(drill.record().instances())
                    .allSatisfy(one -> assertThat(named).containsAnyOf(one.instanceId(), one.jobId(), "own/us-east-1"));
            assertThat(drill.events(ServerFailed.class)).allSatisfy(failed -> assertThat(failed.reason())
                    .doesNotContain("did not launch", "was not healthy"));
        }
    }

    @Test
    void shouldGoOnWhenKeysAreRenewedInTime() {
        Fault expiry = Fault.error("ExpiredTokenException", 403).with(new FaultWindow(null, null, null, 200L, 900L));

        try (Drill drill = drillOf(wave("Web", "web-1")).failing(expiry).start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1")
                    .leftNothing();
        }
    }

    @ParameterizedTest(name = "{1} is denied")
    @CsvSource({"drs, DescribeJobs", "drs, DescribeRecoveryInstances", "ec2, DescribeInstances"})
    void shouldSaySinceWhenNobodyCouldLookAndWhy(String service, String operation) {
        Fault denied = Fault.of(FaultKind.ACCESS_DENIED)
                .on(service, operation)
                .with(new FaultWindow(null, null, null, 100L, null));

        try (Drill drill = drillOf(wave("Web", "web-1")).failing(denied).start()) {
            drill.run();

            assertThat(drill.events(ServerFailed.class)).singleElement().satisfies(failed -> {
                assertThat(failed.stage()).isEqualTo(FailureStage.UNSEEN);
                assertThat(failed.reason())
                        .contains(
                                "is not known. Jobs or instances could not be read since",
                                "failed with",
                                "Allow " + service + ":" + operation)
                        .doesNotContain("did not launch", "was not healthy");
            });
        }
    }

    private static Duration lasted(Drill drill) {
        List<Instant> times = drill.recorded().stream().map(RecordedEvent::at).toList();
        return Duration.between(times.get(0), times.get(times.size() - 1));
    }
}
