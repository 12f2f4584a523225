package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.plugin.run.DrillCallback;
import io.jenkins.plugins.drs.plugin.run.DrillHandle;
import io.jenkins.plugins.drs.plugin.run.Endings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that end when a test says so, in time that the test moves. */
class PlanChecksTest {
    private final Later later = new Later();
    private final Map<Integer, DrillCallback> begun = new TreeMap<>();
    private final List<String> cancelled = new ArrayList<>();
    private final List<Object> one = new ArrayList<>();
    private boolean tellable = true;
    private final List<List<Map<String, Object>>> ends = new ArrayList<>();

    @AfterEach
    void forget() {
        System.clearProperty(PlanChecks.MINUTES_PROPERTY);
    }

    private PlanChecks begin(int plans) {
        List<String> names =
                IntStream.range(0, plans).mapToObj(number -> "plan " + number).toList();
        PlanChecks checks = new PlanChecks(names, this::start, later, new Ends());
        checks.begin();
        return checks;
    }

    private final class Ends implements PlanChecks.End {
        @Override
        public void ofOne(Map<String, Object> told, Optional<DrillResult> result) {
            if (!tellable) {
                throw new IllegalStateException("nobody listens");
            }
            one.add(told.get("plan"));
        }

        @Override
        public void ofAll(List<Map<String, Object>> told) {
            ends.add(told);
        }
    }

    private void start(int place, DrillCallback callback) throws IOException {
        begun.put(place, callback);
        callback.attached(new Handle("drs-" + place));
    }

    private void end(int place) {
        begun.get(place).broken(new IOException("as told"));
    }

    private List<Object> told(String key) {
        assertThat(ends).hasSize(1);
        return ends.get(0).stream().map(check -> check.get(key)).toList();
    }

    /** As when Jenkins is shutting down: the next start begins the checks again, and a sync must not be put back for it. */
    @Test
    void shouldNotTakeACheckForFailedThatTheHostLeavesToTheNextStart() {
        new PlanChecks(
                        List.of("Shop", "Site"),
                        (place, callback) -> {
                            throw Endings.hostEnded();
                        },
                        later,
                        new Ends())
                .begin();

        assertThat(one).isEmpty();
        assertThat(ends).isEmpty();
    }

    @Test
    void shouldEndThoughACheckCannotBeTold() {
        tellable = false;
        begin(2);

        end(0);
        end(1);

        assertThat(told("plan")).containsExactly("plan 0", "plan 1");
    }

    @Test
    void shouldGiveUpACheckThatDoesNotEnd() {
        begin(1);
        later.pass(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(cancelled).isEmpty();

        later.pass(Duration.ofSeconds(1));
        assertThat(cancelled).containsExactly("drs-0");
        assertThat(ends).isEmpty();

        later.pass(Duration.ofSeconds(30));
        assertThat(told("status")).containsExactly("FAILED");
        assertThat(told("reason").get(0).toString()).contains("within 30 minutes", PlanChecks.MINUTES_PROPERTY);
    }

    @Test
    void shouldHearNoMoreOfACheckThatItGaveUp() {
        begin(1);
        later.pass(Duration.ofMinutes(31));

        end(0);

        assertThat(told("reason").get(0).toString()).contains("was abandoned");
    }

    @Test
    void shouldNotBeginOthersAfterOneDidNotEnd() {
        begin(7);
        assertThat(begun.keySet()).containsExactly(0, 1, 2, 3);
        end(0);
        assertThat(begun.keySet()).containsExactly(0, 1, 2, 3, 4);

        later.pass(Duration.ofMinutes(31));

        assertThat(begun).hasSize(5);
        assertThat(cancelled).containsExactlyInAnyOrder("drs-1", "drs-2", "drs-3", "drs-4");
        assertThat(told("reason"))
                .filteredOn(Messages.sync_checkNotBegun()::equals)
                .hasSize(2);
    }

    @Test
    void shouldTellEachCheckOnceAsSoonAsItEnds() {
        begin(3);
        end(1);
        end(1);
        assertThat(one).containsExactly("plan 1");
        assertThat(ends).isEmpty();

        end(0);
        end(2);

        assertThat(one).containsExactly("plan 1", "plan 0", "plan 2");
        assertThat(told("plan")).containsExactly("plan 0", "plan 1", "plan 2");
    }

    @Test
    void shouldLeaveAloneWhatEndedInTime() {
        begin(1);
        end(0);

        later.pass(Duration.ofHours(2));

        assertThat(cancelled).isEmpty();
        assertThat(told("reason")).containsExactly("as told");
    }

    @Test
    void shouldWaitAsLongAsThePropertySays() {
        System.setProperty(PlanChecks.MINUTES_PROPERTY, "90");
        begin(1);
        later.pass(Duration.ofMinutes(89));
        assertThat(cancelled).isEmpty();

        later.pass(Duration.ofMinutes(2));

        assertThat(told("reason").get(0).toString()).contains("within 90 minutes");
    }

    @Test
    void shouldBeginNoMoreAfterItWasCancelled() {
        PlanChecks checks = begin(6);

        checks.cancel("somebody", "an abort");
        IntStream.range(0, 4).forEach(this::end);

        assertThat(cancelled).containsExactlyInAnyOrder("drs-0", "drs-1", "drs-2", "drs-3");
        assertThat(told("status")).endsWith("CANCELLED", "CANCELLED");
    }

    /** Calls what is due as its time passes. */
    private static final class Later implements PlanChecks.Delay {
        private record Call(long at, Runnable what) {}

        private final PriorityQueue<Call> calls = new PriorityQueue<>(Comparator.comparingLong(Call::at));
        private long now;

        @Override
        public void after(long amount, TimeUnit unit, Runnable call) {
            calls.add(new Call(now + unit.toSeconds(amount), call));
        }

        void pass(Duration time) {
            long until = now + time.toSeconds();
            while (!calls.isEmpty() && calls.peek().at() <= until) {
                Call due = calls.remove();
                now = due.at();
                due.what().run();
            }
            now = until;
        }
    }

    private final class Handle implements DrillHandle {
        private final String id;

        private Handle(String id) {
            this.id = id;
        }

        @Override
        public String executionId() {
            return id;
        }

        @Override
        public void cancel(String by, String reason) {
            cancelled.add(id);
        }

        @Override
        public void stop(String by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(String wave, String by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void closeWaves(String by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void decidePause(String wave, boolean approved, String by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String statusText() {
            return "checking";
        }
    }
}
