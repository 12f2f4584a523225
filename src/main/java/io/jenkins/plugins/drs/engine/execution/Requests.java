package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.StopRequested;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What people asked of a running execution and nobody has taken up yet. Safe for use by several threads. */
final class Requests {
    private final ConcurrentLinkedQueue<ExecutionEvent> waiting = new ConcurrentLinkedQueue<>();
    private volatile Runnable wake = () -> {};

    void add(ExecutionEvent request) {
        waiting.add(request);
        wake.run();
    }

    /** Has the host call again soon. */
    void wake() {
        wake.run();
    }

    /** Whether somebody asked to end at once. */
    boolean isStopAsked() {
        return waiting.stream().anyMatch(StopRequested.class::isInstance);
    }

    void onAdd(Runnable action) {
        wake = action;
    }

    List<ExecutionEvent> take() {
        List<ExecutionEvent> taken = new ArrayList<>();
        for (ExecutionEvent next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
