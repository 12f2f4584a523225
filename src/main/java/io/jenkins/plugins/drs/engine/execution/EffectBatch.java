package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.EffectRunner;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;

/** Performs effects side by side and hands over what came of each as soon as it is known. */
final class EffectBatch {
    private final EffectRunner runner;
    private final Executor executor;

    EffectBatch(EffectRunner runner, Executor executor) {
        this.runner = runner;
        this.executor = executor;
    }

    /** Takes the outcome of an effect, on the thread that called. */
    @FunctionalInterface
    interface Recorder {
        void record(List<ExecutionEvent> events) throws IOException;
    }

    void perform(List<Effect> effects, ToIntFunction<Effect> failures, Recorder recorder) throws IOException {
        Map<Effect, Integer> failuresBefore = new HashMap<>();
        effects.forEach(effect -> failuresBefore.put(effect, failures.applyAsInt(effect)));
        ExecutorCompletionService<List<ExecutionEvent>> running = new ExecutorCompletionService<>(executor);
        int submitted = 0;
        int recorded = 0;
        for (Effect effect : effects) {
            running.submit(() -> runner.run(effect, failuresBefore.get(effect)));
            submitted++;
            for (var done = running.poll(); done != null; done = running.poll()) {
                recorder.record(outcome(done));
                recorded++;
            }
        }
        while (recorded < submitted) {
            recorder.record(next(running));
            recorded++;
        }
    }

    private static List<ExecutionEvent> next(ExecutorCompletionService<List<ExecutionEvent>> running)
            throws IOException {
        try {
            return outcome(running.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while calls to AWS were under way");
        }
    }

    private static List<ExecutionEvent> outcome(Future<List<ExecutionEvent>> done) throws IOException {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while calls to AWS were under way");
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Expected every failure of AWS to be told as one, but got this", e.getCause());
        }
    }
}
