package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.ledger.LaunchEntry;
import org.junit.jupiter.api.Test;

/** A wave larger than the limits of AWS, beside other people's jobs, in an AWS that itself refuses nothing for its limits. */
class LargePlanTest {
    @Test
    void shouldLaunchAWaveOf750ServersWithinTheLimits() {
        try (Drill drill = drillOf(wave("Web", 750))
                .inWorld(world -> world.all("\"quotas\": {\"enforced\": false}")
                        .region("\"foreignJobs\": [{\"servers\": 30, \"durationSeconds\": 1500}]"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().launches())
                    .hasSize(750)
                    .extracting(LaunchEntry::sourceServerId)
                    .doesNotHaveDuplicates();
            assertThat(drill.record().jobStarts()).allSatisfy(job -> {
                assertThat(job.sourceServerIds()).hasSizeLessThanOrEqualTo(100);
                assertThat(job.activeJobs()).isLessThanOrEqualTo(20);
                assertThat(job.activeServers()).isLessThanOrEqualTo(500);
            });
        }
    }
}
