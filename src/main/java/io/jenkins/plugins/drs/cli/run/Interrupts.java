package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.cli.progress.Progress;
import io.jenkins.plugins.drs.engine.execution.Execution;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C and a polite kill: the first cancels and cleans up, the second stops at once. */
final class Interrupts implements AutoCloseable {
    private final Execution execution;
    private final Progress progress;
    private final AtomicInteger count = new AtomicInteger();
    private final SignalHandler beforeInterrupt;
    private final SignalHandler beforeTerminate;

    Interrupts(Execution execution, Progress progress) {
        this.execution = execution;
        this.progress = progress;
        this.beforeInterrupt = Signal.handle(new Signal("INT"), this::received);
        this.beforeTerminate = Signal.handle(new Signal("TERM"), this::received);
    }

    private void received(Signal signal) {
        String by = System.getProperty("user.name") + " (" + signal.getName() + ")";
        if (count.incrementAndGet() == 1) {
            progress.say("Cancelling: running actions are stopped and drill instances taken down. "
                    + "Once more stops at once and leaves them running.");
            execution.cancel(by, "Cancelled by " + by + ".");
        } else {
            progress.say("Stopping at once.");
            execution.stop(by);
        }
    }

    @Override
    public void close() {
        Signal.handle(new Signal("INT"), beforeInterrupt);
        Signal.handle(new Signal("TERM"), beforeTerminate);
    }
}
