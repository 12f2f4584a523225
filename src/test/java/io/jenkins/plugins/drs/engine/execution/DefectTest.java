package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A call fails for a reason that is none of AWS, such as a class that a library plugin no longer has. */
class DefectTest {
    private final AtomicInteger failures = new AtomicInteger(1);

    @Test
    void shouldTellAnErrorOfACallInsteadOfWaitingForItsEnd() {
        try (Drill drill =
                drillOf(wave("Database", "db-1")).runBy(this::failing).start()) {
            assertThatThrownBy(drill::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("NoClassDefFoundError: software/amazon/Gone")
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    @Test
    void shouldGoOnWhenTheErrorIsGone() {
        try (Drill drill =
                drillOf(wave("Database", "db-1")).runBy(this::failing).start()) {
            assertThatThrownBy(drill::run).isInstanceOf(IllegalStateException.class);

            drill.run();

            assertDrill(drill)
                    .ended(ExecutionStatus.COMPLETED)
                    .launchedOnce("db-1")
                    .leftNothing();
        }
    }

    private EngineRuntime failing(EngineRuntime usual) {
        return new EngineRuntime(failing(usual.connections()), usual.clock(), usual.executor(), usual.settings());
    }

    private AwsConnections failing(AwsConnections real) {
        return new AwsConnections() {
            @Override
            public AwsAccess open(CallListener listener) {
                if (failures.getAndDecrement() > 0) {
                    throw new NoClassDefFoundError("software/amazon/Gone");
                }
                return real.open(listener);
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }
}
