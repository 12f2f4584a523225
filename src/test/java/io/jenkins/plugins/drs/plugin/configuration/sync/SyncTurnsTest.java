package io.jenkins.plugins.drs.plugin.configuration.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.plugin.run.BuildRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncTurnsTest {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final SyncTurns turns = new SyncTurns(threads::add);
    private final List<String> begun = new ArrayList<>();
    private final Runnable first = () -> begun.add("first");
    private final Runnable second = () -> begun.add("second");
    private final Runnable third = () -> begun.add("third");

    private List<String> begun() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
        return begun;
    }

    @Test
    void shouldSayWhoHasTheTurn() {
        assertThat(turns.enter(new BuildRef("sync", 1), first)).isEmpty();
        assertThat(turns.enter(new BuildRef("sync", 2), second)).contains(new BuildRef("sync", 1));
        turns.leave(first);

        assertThat(turns.enter(new BuildRef("sync", 3), third)).contains(new BuildRef("sync", 2));
    }

    @Test
    void shouldLetOneGoAfterTheOtherInTheirOrder() {
        turns.enter(new BuildRef("sync", 1), first);
        turns.enter(new BuildRef("sync", 2), second);
        turns.enter(new BuildRef("sync", 3), third);
        assertThat(begun()).containsExactly("first");

        turns.leave(first);
        turns.leave(first);
        assertThat(begun()).containsExactly("first", "second");

        turns.leave(second);
        assertThat(begun()).containsExactly("first", "second", "third");
    }

    @Test
    void shouldNotWaitForABuildThatWasKilled() {
        turns.enter(new BuildRef("sync", 1), first);
        turns.enter(new BuildRef("sync", 2), second);

        turns.leaveFor(build -> build.number() != 1);
        assertThat(begun()).containsExactly("first");

        turns.leaveFor(build -> build.number() == 1);
        assertThat(begun()).containsExactly("first", "second");
        assertThat(turns.areFree()).isFalse();
        turns.leave(second);
        assertThat(turns.areFree()).isTrue();
    }

    @Test
    void shouldPassOverWhoLeftBeforeItsTurn() {
        turns.enter(new BuildRef("sync", 1), first);
        turns.enter(new BuildRef("sync", 2), second);
        turns.enter(new BuildRef("sync", 3), third);

        turns.leave(second);
        turns.leave(first);

        assertThat(begun()).containsExactly("first", "third");
    }
}
