package io.jenkins.plugins.drs.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.plugin.configuration.sync.SyncTurns;
import io.jenkins.plugins.drs.plugin.run.BuildRef;
import io.jenkins.plugins.drs.plugin.steps.SyncExecution.SyncTurn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncTurnTest {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final SyncTurns turns = new SyncTurns(threads::add);
    private final List<String> first = new ArrayList<>();
    private final List<String> second = new ArrayList<>();

    private SyncTurn turn(List<String> log) {
        return new SyncTurn(turns, () -> log.add("works"), log::add);
    }

    private void run() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    @Test
    void shouldSayNothingWhereNobodyHasToBeWaitedFor() {
        turn(first).enter(new BuildRef("sync", 1));
        run();

        assertThat(first).containsExactly("works");
    }

    @Test
    void shouldSayWhoIsWaitedForAndWhenItGoesOn() {
        SyncTurn before = turn(first);
        before.enter(new BuildRef("sync", 1));
        SyncTurn waiting = turn(second);
        waiting.enter(new BuildRef("sync", 2));
        run();
        assertThat(second).hasSize(1);
        assertThat(second.get(0)).contains("Waiting for the sync of sync #1", "30 minutes");
        assertThat(waiting.hasBegun()).isFalse();

        before.leave();
        run();

        assertThat(second).hasSize(3).endsWith(Messages.sync_goesOn(), "works");
    }

    @Test
    void shouldNotNameABuildOfAnotherJobToWhomeverReadsTheConsole() {
        turn(first).enter(new BuildRef("secret-project", 7));
        turn(second).enter(new BuildRef("sync", 2));

        assertThat(second.get(0))
                .contains("Waiting for the sync of another build")
                .doesNotContain("secret-project");
    }

    @Test
    void shouldSayNoMoreAfterItLeftUnbegun() {
        SyncTurn before = turn(first);
        before.enter(new BuildRef("sync", 1));
        SyncTurn aborted = turn(second);
        aborted.enter(new BuildRef("sync", 2));
        assertThat(aborted.leaveUnbegun()).isTrue();

        before.leave();
        run();

        assertThat(second).hasSize(1);
    }
}
