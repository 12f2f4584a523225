package io.jenkins.plugins.drs.plugin.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jenkins.util.Timer;

/** Has work done again and again, never by two threads at once. Between two beats there is only an entry of a timer. */
final class PeriodicTask {
    private final Executor threads;
    private final Supplier<Optional<Duration>> beat;
    private ScheduledFuture<?> next;
    private boolean busy;
    private boolean again;
    private boolean stopped;

    /** @param beat does the work; gives how long to wait for the next one, empty to wait until woken */
    PeriodicTask(Executor threads, Supplier<Optional<Duration>> beat) {
        this.threads = threads;
        this.beat = beat;
    }

    /** Beats soon. Safe to call from any thread, also from within a beat. */
    synchronized void wake() {
        if (stopped) {
            return;
        }
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        cancelNext();
        threads.execute(this::run);
    }

    synchronized void stop() {
        stopped = true;
        cancelNext();
    }

    private void run() {
        Optional<Duration> wait = beat.get();
        synchronized (this) {
            busy = false;
            if (again) {
                again = false;
                wake();
            } else if (!stopped) {
                wait.ifPresent(this::schedule);
            }
        }
    }

    private void schedule(Duration wait) {
        long millis = Math.max(0, wait.toMillis() + 1);
        next = Timer.get().schedule(this::wake, millis, TimeUnit.MILLISECONDS);
    }

    private void cancelNext() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }
}
