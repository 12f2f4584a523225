package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.EffectRunner;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Effects that are being performed. Each stands alone: what came of it can be taken as soon as it is known, and a call
 * that hangs holds up no other. All methods are for the thread that advances the execution.
 */
final class RunningEffects {
    private final EffectRunner runner;
    private final Executor executor;
    private final Runnable wake;
    private final Set<String> keys = new HashSet<>();
    private final BlockingQueue<Done> done = new LinkedBlockingQueue<>();
    private volatile boolean unattended;

    /** What came of an effect; {@code defect} is a failure that is none of AWS, or null. */
    private record Done(String key, List<ExecutionEvent> events, Throwable defect) {}

    /** @param wake called when an effect ends while nobody waits for it */
    RunningEffects(EffectRunner runner, Executor executor, Runnable wake) {
        this.runner = runner;
        this.executor = executor;
        this.wake = wake;
    }

    /**
     * Hands the effect to the executor; its intent is journalled.
     *
     * @param leaptBefore what the clock had leapt when it was decided on
     * @param cause number of the event that it is performed because of
     */
    void begin(Effect effect, int failuresBefore, Duration leaptBefore, long cause) {
        keys.add(effect.key());
        try {
            executor.execute(() -> perform(effect, failuresBefore, leaptBefore, cause));
        } catch (RuntimeException e) {
            keys.remove(effect.key());
            throw e;
        }
    }

    private void perform(Effect effect, int failuresBefore, Duration leaptBefore, long cause) {
        Done outcome;
        try {
            outcome = new Done(effect.key(), runner.run(effect, failuresBefore, leaptBefore, cause), null);
        } catch (RuntimeException
                | Error e) { // a class that is missing is an Error; an end untold would hang the drill
            outcome = new Done(effect.key(), List.of(), e);
        }
        done.add(outcome);
        if (unattended) {
            wake.run();
        }
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Keys of the effects whose outcome was not taken yet. */
    Set<String> keys() {
        return Set.copyOf(keys);
    }

    /**
     * What came of one effect, in the order in which they ended; null when none ends within the patience.
     *
     * @param patienceMillis in real time; 0 does not wait
     */
    List<ExecutionEvent> take(long patienceMillis) throws InterruptedIOException {
        unattended = false;
        try {
            Done next = done.poll(patienceMillis, TimeUnit.MILLISECONDS);
            return next == null ? null : taken(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while calls to AWS were under way");
        }
    }

    private List<ExecutionEvent> taken(Done next) {
        keys.remove(next.key());
        if (next.defect() != null) {
            throw new IllegalStateException(
                    "A call to AWS failed inside this product, not in AWS: " + next.defect(), next.defect());
        }
        return next.events();
    }

    /** Nobody waits any longer: an end wakes the host. False when one has ended just now. */
    boolean leave() {
        unattended = true;
        return done.isEmpty();
    }
}
