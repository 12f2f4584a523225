package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.execution.pace.CallPacer;
import io.jenkins.plugins.drs.simulator.ledger.CallEntry;
import io.jenkins.plugins.drs.simulator.ledger.LaunchEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A controller with many drills is restarted, and the account allows few calls. */
class HerdTest {
    private static final int DRILLS = 50;
    private static final int LONG = 8;

    private final List<Drill> drills = new ArrayList<>();
    private CallPacer pacer = new CallPacer();

    private record Due(Instant at, int number, Drill drill) {}

    @AfterEach
    void close() {
        for (int index = drills.size() - 1; index >= 0; index--) { // the first owns the simulator
            drills.get(index).close();
        }
    }

    @Test
    void shouldNotFallUponAwsWhenAllAreResumedTogether() throws IOException {
        begin();
        run(Duration.ofMinutes(3));
        int before = drills.get(0).record().calls().size();

        pacer = new CallPacer();
        drills.forEach(drill -> drill.restartAfter(Duration.ZERO));
        run(Duration.ofHours(LONG));

        assertThat(drills)
                .extracting(drill -> drill.state().status() + " " + drill.events(ExecutionFinished.class))
                .containsOnly("COMPLETED [ExecutionFinished[status=COMPLETED, reason=]]");
        assertThat(drills.get(0).record().launches())
                .hasSize(DRILLS)
                .extracting(LaunchEntry::sourceServerId)
                .doesNotHaveDuplicates();
        assertThat(drills.get(0).record().drillInstances()).isEmpty();
        List<CallEntry> after = drills.get(0).record().calls();
        after = after.subList(before, after.size());
        List<CallEntry> throttled = after.stream()
                .filter(call -> call.outcome().equals("ThrottlingException"))
                .toList();
        assertThat(throttled).hasSizeLessThan(after.size() / 20);
    }

    /** All in one account and Region, which has room for 20 jobs and answers four looks at jobs in a second. */
    private void begin() {
        DrillScenario first = scenario(1).inWorld(world -> {
            IntStream.rangeClosed(2, DRILLS).forEach(number -> world.alsoServer("web-" + number, name(number)));
            world.all("\"rateLimits\": [{\"service\": \"drs\", \"operation\": \"DescribeJobs\", \"perSecond\": 4,"
                    + " \"burst\": 8}]");
        });
        drills.add(first.start());
        IntStream.rangeClosed(2, DRILLS)
                .forEach(number -> drills.add(scenario(number).startAfter(drills.get(0))));
    }

    private DrillScenario scenario(int number) {
        return drillOf(wave(name(number), "web-" + number).within(Duration.ofHours(LONG)))
                .named("Plan " + number, "execution-" + number)
                .runBy(usual -> new EngineRuntime(
                        drills.isEmpty() ? usual.connections() : drills.get(0).connections(),
                        usual.clock(),
                        usual.executor(),
                        usual.settings(),
                        usual.others(),
                        pacer));
    }

    private static String name(int number) {
        return "Web-" + number;
    }

    /** Advances each when it asked for it, as the one controller that has them all. */
    private void run(Duration time) throws IOException {
        Instant start = drills.get(0).simulator().clock().now();
        PriorityQueue<Due> due =
                new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
        for (int number = 0; number < drills.size(); number++) {
            due.add(new Due(start, number, drills.get(number)));
        }
        while (!due.isEmpty() && due.peek().at().isBefore(start.plus(time))) {
            Due next = due.poll();
            next.drill().simulator().clock().advanceTo(next.at());
            Optional<Instant> wake = next.drill().execution().advance();
            wake.ifPresent(at -> due.add(new Due(at, next.number(), next.drill())));
        }
    }
}
