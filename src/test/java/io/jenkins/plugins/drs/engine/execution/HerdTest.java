package io.jenkins.plugins.drs.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobsSeen;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.CallEntry;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.LaunchEntry;
import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A controller with many drills is restarted, and the account allows few calls. */
class HerdTest {
    private static final int DRILLS = 50;

    /** There is room for 20 jobs, and four looks at jobs in a second are answered. */
    @Test
    void shouldNotFallUponAwsWhenAllAreResumedTogether() throws IOException {
        try (Fleet fleet = new Fleet(
                DRILLS,
                world -> world.all("\"rateLimits\": [{\"service\": \"drs\", \"operation\": \"DescribeJobs\","
                        + " \"perSecond\": 4, \"burst\": 8}]"))) {
            fleet.run(Duration.ofMinutes(3));
            Drill first = fleet.drills.get(0);
            int before = first.record().calls().size();

            fleet.restart();
            fleet.run(Duration.ofHours(Fleet.LONG));

            assertThat(fleet.drills)
                    .extracting(drill -> drill.state().status() + " " + drill.events(ExecutionFinished.class))
                    .containsOnly("COMPLETED [ExecutionFinished[status=COMPLETED, reason=]]");
            assertThat(first.record().launches())
                    .hasSize(DRILLS)
                    .extracting(LaunchEntry::sourceServerId)
                    .doesNotHaveDuplicates();
            assertThat(first.record().drillInstances()).isEmpty();
            List<CallEntry> after = first.record().calls();
            after = after.subList(before, after.size());
            List<CallEntry> throttled = after.stream()
                    .filter(call -> call.outcome().equals("ThrottlingException"))
                    .toList();
            assertThat(throttled).hasSizeLessThan(after.size() / 20);
        }
    }

    /** Twenty of them have jobs that run, thirty wait for room. All of them want to look when the controller is back. */
    @Test
    void shouldLookOnceForAllAfterARestart() throws IOException {
        try (Fleet fleet = new Fleet(DRILLS, world -> {})) {
            fleet.run(Duration.ofMinutes(3));
            SimulatorClock clock = fleet.drills.get(0).simulator().clock();

            clock.advance(Duration.ofMinutes(5));
            Instant restarted = clock.now();
            fleet.restart();
            fleet.run(Duration.ofSeconds(10));

            assertThat(looks(fleet, restarted))
                    .as("looks at running jobs, where one for room does not tell of all")
                    .isLessThanOrEqualTo(1);
            assertThat(fleet.drills.stream()
                            .flatMap(drill -> drill.events(JobsSeen.class).stream())
                            .filter(seen -> seen.at().isAfter(restarted)))
                    .as("drills with jobs that were told by the one that looked")
                    .hasSizeGreaterThanOrEqualTo(19);
        }
    }

    /** In preflight, in the middle of launches and in cleanup, and of every operation AWS answers few calls. */
    @Test
    void shouldPaceEveryOperationAfterARestart() throws IOException {
        try (Fleet fleet = new Fleet(DRILLS, world -> world.all("\"rateLimits\": [" + limits() + "]"))) {
            for (Duration time : List.of(Duration.ofMillis(500), Duration.ofMinutes(3), Duration.ofMinutes(27))) {
                fleet.run(time);
                fleet.restart();
            }
            fleet.run(Duration.ofHours(Fleet.LONG));

            assertThat(fleet.drills)
                    .extracting(drill -> drill.state().status())
                    .containsOnly(ExecutionStatus.COMPLETED);
            Map<String, List<CallEntry>> calls =
                    fleet.drills.get(0).record().calls().stream().collect(Collectors.groupingBy(CallEntry::operation));
            assertThat(calls).containsKeys("StartRecovery", "TerminateRecoveryInstances", "DescribeJobs");
            calls.forEach((operation, made) -> assertThat(throttled(made))
                    .as("calls of %s that were throttled, of %s", operation, made.size())
                    .isLessThanOrEqualTo(made.size() / 10 + 2));
        }
    }

    private static String limits() {
        return Stream.of(
                        "drs StartRecovery",
                        "drs TerminateRecoveryInstances",
                        "drs DescribeJobs",
                        "drs DescribeJobLogItems",
                        "drs DescribeSourceServers",
                        "drs DescribeRecoveryInstances",
                        "drs DescribeRecoverySnapshots",
                        "ec2 DescribeInstanceStatus",
                        "ec2 DescribeInstances",
                        "sts GetCallerIdentity")
                .map(call -> call.split(" "))
                .map(call -> "{\"service\": \"" + call[0] + "\", \"operation\": \"" + call[1]
                        + "\", \"perSecond\": 4, \"burst\": 8}")
                .collect(Collectors.joining(","));
    }

    private static long throttled(List<CallEntry> calls) {
        return calls.stream()
                .filter(call -> call.outcome().equals("ThrottlingException")
                        || call.outcome().equals("RequestLimitExceeded")
                        || call.outcome().equals("Throttling"))
                .count();
    }

    private static long looks(Fleet fleet, Instant from) {
        return fleet.drills.stream()
                .flatMap(drill -> drill.events(CallMade.class).stream())
                .filter(call -> call.effect().startsWith("watch/") && !call.at().isBefore(from))
                .count();
    }
}
