package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionIntended;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.LaunchIntended;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.EngineDelayed;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.execution.core.SteadyClock;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.result.DrillResults;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultEffect;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock is set by hours, forward or back, or the machine is suspended: the drill goes on as before. */
class JumpingClockTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Predicate<ExecutionEvent> LAUNCH = Seen.any(LaunchIntended.class);

    private Duration setBy = Duration.ZERO;
    private Duration suspended = Duration.ZERO;
    private Runnable afterCalls = () -> {};

    @ParameterizedTest
    @ValueSource(longs = {-1000, -13, -2, 2, 13, 1000})
    void shouldEndNeitherEarlyNorLateWhenTheClockIsSet(long hours) {
        Duration undisturbed = lengthOf(Duration.ZERO);

        assertThat(lengthOf(Duration.ofHours(hours)))
                .isBetween(undisturbed.minusMinutes(2), undisturbed.plusMinutes(2));
    }

    /** How long a drill takes really, when the clock is set while it launches. */
    private Duration lengthOf(Duration jump) {
        setBy = Duration.ZERO;
        try (Drill drill = drill().start()) {
            Instant began = drill.simulator().clock().now();
            drill.runUntil(LAUNCH);
            setBy = jump;
            drill.run();

            assertCompletedOnce(drill);
            Duration length = Duration.between(began, drill.simulator().clock().now());
            if (jump.isNegative()) {
                assertThat(DrillResults.of(drill.recorded()).verdict().timing().length())
                        .contains(length);
            }
            return length;
        }
    }

    @Test
    void shouldSayWhenTheMachineWasSuspended() {
        try (Drill drill = drill().start()) {
            drill.runUntil(LAUNCH);
            suspended = Duration.ofHours(3);
            drill.simulator().clock().advance(suspended);
            drill.run();

            assertCompletedOnce(drill);
            assertThat(drill.events(EngineDelayed.class)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-13, -2, 2, 13})
    void shouldGoOnWhenTheClockIsSetBetweenTwoEngines(long hours) {
        try (Drill drill = drill().start()) {
            drill.runUntil(LAUNCH);
            setBy = Duration.ofHours(hours);
            drill.restartAfter(Duration.ofSeconds(30));
            drill.run();

            assertCompletedOnce(drill);
        }
    }

    /** Its clock says that the time is over in which a job must show up, but none has passed. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNotLaunchAgainBecauseAClockWasSetForward(boolean betweenEngines) {
        Fault lost = Fault.of(FaultKind.LOSE_ANSWER).on("drs", "StartRecovery").times(1);
        Fault late = Fault.of(FaultKind.LATE_JOB)
                .on("drs", "StartRecovery")
                .times(1)
                .effect(new FaultEffect(null, null, null, null, null, 60));
        try (Drill drill = drill().failing(lost, late).start()) {
            drill.runUntil(LAUNCH);
            setBy = Duration.ofHours(2);
            if (betweenEngines) {
                drill.restartAfter(Duration.ofSeconds(1));
            }
            drill.run();

            assertCompletedOnce(drill);
            assertThat(drill.record().calls("StartRecovery"))
                    .as("one for each wave")
                    .hasSize(2);
        }
    }

    /** What came of the call is known only after hours, and the process dies as soon as it has written the first of it. */
    @Test
    void shouldNotCountASuspensionThatTheProcessDidNotOutlive() {
        try (Drill drill = drillOf(wave("Web", "web-1", "web-2"))
                .runBy(this::onAMachine)
                .limitedTo(new QuotaLimits(1, 1, 1))
                .start()) {
            once(() -> drill.events().stream().anyMatch(LAUNCH), () -> {
                suspended = Duration.ofHours(3);
                drill.simulator().clock().advance(suspended);
                drill.killAndResumeAfter(drill.recorded().size() + 1);
            });
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("web-1", "web-2")
                    .leftNothing();
        }
    }

    /** The time for a start was measured out before a call of something else that was due took an hour of the clock. */
    @Test
    void shouldTryAgainToStartARunbookThoughTheClockWasSetBeforeItsCall() {
        Fault busy = Fault.error("ServiceUnavailable", 503)
                .on("ssm", "StartAutomationExecution")
                .skip(1)
                .times(1);
        try (Drill drill = drillOf(
                        wave("Database", "db-1").before(action("Stop")),
                        wave("Web", "web-1").dependingOn().before(action("Check")))
                .runBy(this::onAMachine)
                .failing(busy)
                .start()) {
            once(() -> drill.events().stream().anyMatch(Seen.any(ActionIntended.class)), () -> setBy = LONG);
            drill.run();

            assertCompletedOnce(drill);
        }
    }

    /**
     * Seed 42999754: the first check of the instances comes when their time is over, because another server of the wave
     * still launches. By a clock that is behind, AWS launched them just now.
     */
    @ParameterizedTest
    @ValueSource(longs = {0, -3, -780})
    void shouldReadStatusChecksBeforeAServerIsGivenUpThoughTheClockIsBehind(long minutes) {
        ValidationPolicy brief = new ValidationPolicy(true, false, Duration.ofSeconds(166));
        setBy = Duration.ofMinutes(minutes);
        try (Drill drill = drillOf(
                        wave("Web", "web-1", "web-2").validated(brief).within(Duration.ofMinutes(40)))
                .failing(Fault.of(FaultKind.HANG_JOB).servers("web-2"))
                .runBy(this::onAMachine)
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.PARTIAL).validated("web-1");
        }
    }

    /** Does something after the first call that ends when something is true. */
    private void once(BooleanSupplier when, Runnable what) {
        afterCalls = () -> {
            if (when.getAsBoolean()) {
                afterCalls = () -> {};
                what.run();
            }
        };
    }

    private DrillScenario drill() {
        return drillOf(
                        wave("Database", "db-1").before(action("Stop")),
                        wave("Web", "web-1").before(action("Check")))
                .runBy(this::onAMachine);
    }

    private EngineRuntime onAMachine(EngineRuntime usual) {
        SteadyClock clock = new SteadyClock(() -> usual.clock().instant().plus(setBy), () -> Duration.between(
                        Instant.EPOCH, usual.clock().instant().minus(suspended))
                .toNanos());
        Executor executor = call -> {
            call.run();
            afterCalls.run();
        };
        return new EngineRuntime(usual.connections(), clock, executor, usual.settings());
    }

    private static void assertCompletedOnce(Drill drill) {
        assertDrill(drill)
                .ended(ExecutionStatus.COMPLETED)
                .launchedOnce("db-1", "web-1")
                .leftNothing();
        assertThat(drill.record().automations()).hasSize(2);
        assertThat(drill.recorded()).extracting(RecordedEvent::at).isSorted();
    }
}
