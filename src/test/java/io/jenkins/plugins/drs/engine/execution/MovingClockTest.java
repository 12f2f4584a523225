package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;

import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Time goes on while the engine decides, as it does outside of tests; the faster it is scaled, the more. */
class MovingClockTest {
    private final AtomicLong readings = new AtomicLong();

    @Test
    void shouldDoWhatIsDueNowAlthoughTheClockMovesWhileItDecides() {
        try (Drill drill = drillOf(wave("Database", "db-1"), wave("Web", "web-1"))
                .runBy(this::moving)
                .start()) {
            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("db-1", "web-1")
                    .leftNothing();
        }
    }

    private EngineRuntime moving(EngineRuntime usual) {
        EngineClock clock = () -> usual.clock().instant().plusMillis(readings.incrementAndGet());
        return new EngineRuntime(usual.connections(), clock, usual.executor(), usual.settings());
    }
}
