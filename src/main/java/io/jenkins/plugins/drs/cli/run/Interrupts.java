package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.cli.progress.Progress;
import io.jenkins.plugins.drs.engine.execution.Execution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C, a polite kill and a terminal that closes: the first cancels and cleans up, the second stops at once. */
final class Interrupts implements AutoCloseable {
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

    private final Execution execution;
    private final Progress progress;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Signal, SignalHandler> before = new HashMap<>();

    Interrupts(Execution execution, Progress progress) {
        this.execution = execution;
        this.progress = progress;
        SIGNALS.forEach(this::listen);
    }

    /** Under nohup the signal of a closed terminal stays ignored: Java does not replace that. */
    private void listen(String name) {
        try {
            Signal signal = new Signal(name);
            before.put(signal, Signal.handle(signal, this::received));
        } catch (IllegalArgumentException notOnThisSystem) {
            // Windows has no HUP
        }
    }

    private void received(Signal signal) {
        String by = System.getProperty("user.name") + " (" + signal.getName() + ")";
        if (count.incrementAndGet() == 1) {
            progress.say("Cancelling: running actions are stopped and drill instances terminated. "
                    + "A second request stops it now and leaves them running.");
            execution.cancel(by, "Cancelled by " + by + ".");
        } else {
            progress.say("Stopping now.");
            execution.stop(by);
        }
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
