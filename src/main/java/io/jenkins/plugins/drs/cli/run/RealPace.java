package io.jenkins.plugins.drs.cli.run;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Time that flows by itself, as fast as real time or faster. */
final class RealPace implements Pace {
    /** Short enough for progress to look alive. */
    private static final long LONGEST_WAIT_MILLIS = 250;

    private final Instant start;
    private final long startNanos = System.nanoTime();
    private final double scale;
    private final Semaphore woken = new Semaphore(0);

    /** The machine's time. */
    RealPace(double scale) {
        this(Instant.now(), scale);
    }

    /** @param scale how many seconds of this time pass in a real one */
    RealPace(Instant start, double scale) {
        this.start = start;
        this.scale = scale;
    }

    @Override
    public Instant instant() {
        return scale == 1 ? Instant.now() : start.plusNanos((long) ((System.nanoTime() - startNanos) * scale));
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
