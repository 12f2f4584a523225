package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.engine.execution.core.EngineClock;
import io.jenkins.plugins.drs.engine.execution.core.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The time of a run, and how it is waited for. */
public interface Pace extends EngineClock {
    /**
     * Waits until {@code time}, until {@link #wake} was called, or a little while, whichever comes first.
     *
     * @param time null means until woken
     */
    void await(Instant time) throws InterruptedException;

    /** How many seconds of this time pass in a real one; 1 where it moves by waiting. */
    default double scale() {
        return 1;
    }

    /** Ends the wait that is under way, or else the next one. Safe to call from any thread. */
    void wake();

    /** Time that stands still until it is moved: waiting moves it, so a drill of an hour takes seconds. */
    final class VirtualPace implements Pace {
        private final Supplier<Instant> now;
        private final Consumer<Instant> advance;

        VirtualPace(Supplier<Instant> now, Consumer<Instant> advance) {
            this.now = now;
            this.advance = advance;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public void await(Instant time) throws InterruptedException {
            if (time == null) {
                Thread.sleep(50);
            } else {
                advance.accept(time);
            }
        }

        @Override
        public void wake() {}
    }

    /** Time that flows by itself, as fast as real time or faster. */
    final class RealPace implements Pace {
        /** Short enough for progress to look alive. */
        private static final long LONGEST_WAIT_MILLIS = 250;

        private final EngineClock clock;
        private final double scale;
        private final Semaphore woken = new Semaphore(0);

        private RealPace(EngineClock clock, double scale) {
            this.clock = clock;
            this.scale = scale;
        }

        /** The machine's time. */
        static RealPace ofMachine() {
            return new RealPace(new SteadyClock(InstantSource.system(), System::nanoTime), 1);
        }

        /** @param scale how many seconds of this time pass in a real one */
        static RealPace scaled(Instant start, double scale) {
            long startNanos = System.nanoTime();
            return new RealPace(() -> start.plusNanos((long) ((System.nanoTime() - startNanos) * scale)), scale);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public Duration leapt() {
            return clock.leapt();
        }

        @Override
        public double scale() {
            return scale;
        }

        @Override
        public void await(Instant time) throws InterruptedException {
            long millis = LONGEST_WAIT_MILLIS;
            if (time != null) {
                double real = Duration.between(instant(), time).toMillis() / scale;
                millis = Math.max(1, Math.min(millis, (long) Math.ceil(real)));
            }
            if (woken.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                woken.drainPermits();
            }
        }

        @Override
        public void wake() {
            woken.release();
        }
    }
}
