package io.jenkins.plugins.drs.plugin.steps;

import io.jenkins.plugins.drs.plugin.configuration.sync.SyncTurns;
import io.jenkins.plugins.drs.plugin.run.BuildRef;
import java.util.Optional;
import java.util.function.Consumer;

/** A sync's place among the syncs of the controller, and the thread that works in it. Holds no thread while it waits. */
final class SyncTurn {
    private final SyncTurns turns;
    private final Runnable work;
    private final Consumer<String> log;
    private final Runnable entry = this::run;
    private boolean waited;
    private boolean begun;
    private boolean left;
    private Thread worker;

    /** @param log gets a line when the turn has to be waited for, and one when it has come then */
    SyncTurn(SyncTurns turns, Runnable work, Consumer<String> log) {
        this.turns = turns;
        this.work = work;
        this.log = log;
    }

    /** @param who whose turn it is */
    synchronized void enter(BuildRef who) {
        Optional<BuildRef> holder = turns.enter(who, entry);
        waited = holder.isPresent();
        holder.ifPresent(other -> log.accept(Messages.sync_waits(other.toldIn(who), PlanChecks.minutes())));
    }

    private void run() {
        boolean hasWaited;
        synchronized (this) {
            if (left) {
                return;
            }
            begun = true;
            worker = Thread.currentThread();
            hasWaited = waited;
        }
        if (hasWaited) {
            log.accept(Messages.sync_goesOn());
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
        turns.leave(entry);
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
        turns.leave(entry);
        return true;
    }

    /** Wakes the thread that works now, if one does. */
    synchronized void interruptWorker() {
        if (worker != null) {
            worker.interrupt();
        }
    }
}
