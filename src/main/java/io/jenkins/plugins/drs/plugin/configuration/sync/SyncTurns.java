package io.jenkins.plugins.drs.plugin.configuration.sync;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Computer;
import io.jenkins.plugins.drs.plugin.run.BuildRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.logging.Logger;

/** Lets one sync of this controller run at a time, in the order in which they came. Holds no thread. */
@Extension
public final class SyncTurns {
    private static final Logger LOGGER = Logger.getLogger(SyncTurns.class.getName());

    private final Executor threads;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private Entry running;

    private record Entry(BuildRef who, Runnable turn) {}

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
     * @param who the build that syncs
     * @return who has the turn now; empty when nobody has to be waited for
     */
    public synchronized Optional<BuildRef> enter(BuildRef who, Runnable turn) {
        Entry entry = new Entry(who, turn);
        if (running == null) {
            run(entry);
            return Optional.empty();
        }
        waiting.add(entry);
        LOGGER.info(() -> "The sync of " + who + " waits for that of " + running.who());
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

    /** Whether no sync runs. */
    public synchronized boolean areFree() {
        return running == null;
    }

    /**
     * Ends the turn of a build that is over without having left, as one that was killed: others would wait for it for ever.
     *
     * @param over whether a build is over, or gone
     */
    public void leaveFor(Predicate<BuildRef> over) {
        Entry holder;
        synchronized (this) {
            holder = running;
        }
        if (holder != null && over.test(holder.who())) {
            LOGGER.warning(
                    () -> "The sync of " + holder.who() + " never ended, and its build is over: the next one goes on");
            leave(holder.turn());
        }
    }

    private void run(Entry entry) {
        running = entry;
        threads.execute(entry.turn());
    }
}
