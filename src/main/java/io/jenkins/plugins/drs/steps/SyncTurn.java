package io.jenkins.plugins.drs.steps;

import io.jenkins.plugins.drs.configuration.sync.SyncTurns;

/** A sync's place among the syncs of the controller, and the thread that works in it. Holds no thread while it waits. */
final class SyncTurn {
    private final Runnable work;
    private final Runnable entry = this::run;
    private boolean begun;
    private boolean left;
    private Thread worker;

    SyncTurn(Runnable work) {
        this.work = work;
    }

    void enter() {
        SyncTurns.get().enter(entry);
    }

    private void run() {
        synchronized (this) {
            if (left) {
                return;
            }
            begun = true;
            worker = Thread.currentThread();
        }
        work.run();
        synchronized (this) {
            worker = null;
        }
    }

    /** Lets the next one go; may be called more than once. */
    void leave() {
        synchronized (this) {
            left = true;
        }
        SyncTurns.get().leave(entry);
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    /** Leaves a turn that has not begun; false when it has. */
    boolean leaveUnbegun() {
        synchronized (this) {
            if (begun) {
                return false;
            }
            left = true;
        }
        SyncTurns.get().leave(entry);
        return true;
    }

    /** Wakes the thread that works now, if one does. */
    synchronized void interruptWorker() {
        if (worker != null) {
            worker.interrupt();
        }
    }
}
