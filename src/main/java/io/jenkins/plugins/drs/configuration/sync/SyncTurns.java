package io.jenkins.plugins.drs.configuration.sync;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Computer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets one sync of this controller run at a time, in the order in which they came. Holds no thread. */
@Extension
public final class SyncTurns {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Runnable running;

    public static SyncTurns get() {
        return ExtensionList.lookupSingleton(SyncTurns.class);
    }

    /**
     * Calls {@code turn} on another thread, at once or when those before have left. It leaves when it is done.
     *
     * @return whether it has to wait
     */
    public synchronized boolean enter(Runnable turn) {
        if (running == null) {
            run(turn);
            return false;
        }
        waiting.add(turn);
        return true;
    }

    /** Ends a turn; one that has not begun will not begin. Does nothing when it has left before. */
    public synchronized void leave(Runnable turn) {
        if (running != turn) {
            waiting.remove(turn);
            return;
        }
        running = null;
        Runnable next = waiting.poll();
        if (next != null) {
            run(next);
        }
    }

    private void run(Runnable turn) {
        running = turn;
        Computer.threadPoolForRemoting.execute(turn);
    }
}
