package io.jenkins.plugins.drs.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.simulator.ledger.CallEntry;
import io.jenkins.plugins.drs.simulator.ledger.LaunchEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
}
