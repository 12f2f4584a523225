package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobObserved;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerValidated;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.CallEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often DRS is asked about jobs. */
class WatchingTest {
    private static final Duration FIXED = Duration.ofSeconds(30);
    private static Drill drill;

    @BeforeAll
    static void run() {
        drill = drillOf(
                        wave("Database", 120).before(action("Stop")),
                        wave("Cache", "cache-1").dependingOn(),
                        wave("Abroad", "abroad-1").dependingOn().in(Target.own("eu-west-1")),
                        wave("Web", "web-1").dependingOn("Database", "Cache"))
                .inWorld(world -> world.server("cache-1", "\"launchSeconds\": 700"))
                .start()
                .run();
    }

    @AfterAll
    static void close() {
        drill.close();
    }

    @Test
    void shouldWatchAllJobsOfARegionWithOneCall() {
        var watched = callTimes("us-east-1");
        // Before a launch it is also looked what others run.
        List<Instant> looks = drill.record().calls("StartRecovery").stream()
                .map(CallEntry::time)
                .toList();

        assertDrill(drill).ended(ExecutionStatus.COMPLETED).leftNothing();
        assertThat(watched.stream().filter(at -> !looks.contains(at)).toList())
                .as("no two calls at the same time")
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldNotCallMoreOftenThanAFixedLoopForEachJob() {
        assertThat(drill.record().calls("DescribeJobs")).hasSizeLessThanOrEqualTo(callsOfFixedLoop());
    }

    @Test
    void shouldNoticeThatAWaveIsHealthySoonerThanAFixedLoop() {
        Map<String, Instant> ready = new HashMap<>();
        drill.record().launches().forEach(launch -> ready.put(launch.sourceServerId(), launch.ready()));
        Map<String, Instant> healthy = new HashMap<>();
        Map<String, Instant> noticed = new HashMap<>();
        for (var recorded : drill.recorded()) {
            if (recorded.event() instanceof ServerValidated validated) {
                String wave = drill.state()
                        .server(validated.sourceServerId())
                        .orElseThrow()
                        .selected()
                        .wave();
                healthy.merge(wave, ready.get(validated.sourceServerId()), WatchingTest::later);
                noticed.merge(wave, recorded.at(), WatchingTest::later);
            }
        }

        assertThat(noticed).hasSize(4).allSatisfy((wave, at) -> assertThat(Duration.between(healthy.get(wave), at))
                .isLessThan(FIXED.dividedBy(2)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Instant> callTimes(String region) {
        return drill.record().calls("DescribeJobs").stream()
                .filter(call -> call.region().equals(region))
                .map(CallEntry::time)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A loop that asks about each job every 30 seconds, from its start to its end. */
    private static int callsOfFixedLoop() {
        return jobs().stream()
                .mapToInt(job -> 1 + (int) job.lasted().dividedBy(FIXED))
                .sum();
    }

    private record JobTime(Duration lasted) {}

    private static List<JobTime> jobs() {
        List<JobTime> jobs = new ArrayList<>();
        for (JobObserved seen : drill.events(JobObserved.class)) {
            Instant accepted = drill.state().job(seen.jobId()).orElseThrow().accepted();
            seen.ended().ifPresent(ended -> jobs.add(new JobTime(Duration.between(accepted, ended))));
        }
        return jobs;
    }
}
