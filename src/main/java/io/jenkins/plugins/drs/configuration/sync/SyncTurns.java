package io.jenkins.plugins.drs.configuration.sync;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Computer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Lets one sync of this controller run at a time, in the order in which they came. Holds no thread. */
@Extension
public final class SyncTurns {
    private final Executor threads;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private Entry running;

    private record Entry(String who, Runnable turn) {}

    public SyncTurns() {
        this(Computer.threadPoolForRemoting);
    }

    public SyncTurns(Executor threads) {
        this.threads = threads;
    }

    public static SyncTurns get() {
        return ExtensionList.lookupSingleton(SyncTurns.class);
    }

    /**
     * Calls {@code turn} on another thread, at once or when those before have left. It leaves when it is done.
     *
     * @param who what others that wait for it are told, such as the name of a build
     * @return who has the turn now; empty when nobody has to be waited for
     */
    public synchronized Optional<String> enter(String who, Runnable turn) {
        Entry entry = new Entry(who, turn);
        if (running == null) {
            run(entry);
            return Optional.empty();
        }
        waiting.add(entry);
        return Optional.of(running.who());
    }

    /** Ends a turn; one that has not begun will not begin. Does nothing when it has left before. */
    public synchronized void leave(Runnable turn) {
        if (running == null || running.turn() != turn) {
            waiting.removeIf(entry -> entry.turn() == turn);
            return;
        }
        running = null;
        Entry next = waiting.poll();
        if (next != null) {
            run(next);
        }
    }

    private void run(Entry entry) {
        running = entry;
        threads.execute(entry.turn());
    }
}
