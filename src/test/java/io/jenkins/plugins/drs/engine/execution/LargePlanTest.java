package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A wave larger than the limits of AWS, beside other people's jobs, in an AWS that itself refuses nothing for its limits. */
class LargePlanTest {
    private static final int WAVES = 10;

    /** As 4,000 servers are under the limits of AWS, twenty times smaller: half of the waves at once, the others after them. */
    @Test
    void shouldLaunchAPlanThatIsEightTimesTheLimitsInAsFewJobsAsPossible() {
        launchAll(20, new QuotaLimits(20, 5, 25));
    }

    /** Each wave is a multiple of a job, so that no job need be smaller than it may be. */
    static void launchAll(int serversInWave, QuotaLimits limits) {
        int servers = WAVES * serversInWave;
        try (Drill drill = drillOf(waves(serversInWave)).limitedTo(limits).start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
            assertThat(drill.record().launches())
                    .hasSize(servers)
                    .extracting(LaunchEntry::sourceServerId)
                    .doesNotHaveDuplicates();
            assertThat(drill.record().calls("StartRecovery")).hasSize(servers / limits.serversPerJob());
            assertThat(drill.record().calls("TerminateRecoveryInstances")).hasSize(servers / limits.serversPerJob());
            assertThat(drill.record().jobStarts()).allSatisfy(job -> {
                assertThat(job.sourceServerIds()).hasSizeLessThanOrEqualTo(limits.serversPerJob());
                assertThat(job.activeJobs()).isLessThanOrEqualTo(limits.concurrentJobs());
                assertThat(job.activeServers()).isLessThanOrEqualTo(limits.serversInAllJobs());
            });
        }
    }

    private static TestWave[] waves(int servers) {
        return IntStream.range(0, WAVES)
                .mapToObj(number -> {
                    TestWave wave =
                            wave("Tier" + (char) ('A' + number), servers).within(Duration.ofHours(12));
                    String before = "Tier" + (char) ('A' + number - WAVES / 2);
                    return number < WAVES / 2 ? wave.dependingOn() : wave.dependingOn(before);
                })
                .toArray(TestWave[]::new);
    }

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
