package io.jenkins.plugins.drs.plugin.run;

import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.result.EventText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Tells an execution in the console of its build. Lines that come while nobody listens wait. */
final class DrillConsole {
    private static final int MOST_WAITING = 1000;

    private final EventText text = new EventText();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final long toldAlready;
    private TaskListener log;
    private String obstacle = "";

    /** @param toldAlready number of the last event that the console has from before a restart */
    DrillConsole(long toldAlready) {
        this.toldAlready = toldAlready;
    }

    synchronized void attach(Optional<TaskListener> listener) {
        if (listener.isEmpty()) {
            return;
        }
        log = listener.get();
        while (!waiting.isEmpty()) {
            print(waiting.poll());
        }
    }

    synchronized void accept(RecordedEvent event) {
        Optional<String> line = text.line(event);
        if (event.sequence() > toldAlready) {
            line.ifPresent(this::tell);
        }
    }

    /** Tells once why an execution does not go on yet. */
    void tellObstacle(Optional<String> now) {
        now.filter(why -> !why.equals(obstacle)).ifPresent(this::tell);
        obstacle = now.orElse("");
    }

    void tell(String line) {
        tellNoted(Shown.line(line));
    }

    /** Tells a line that holds notes of Jenkins, such as links, and no text of others. */
    synchronized void tellNoted(String line) {
        if (log != null) {
            print(line);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(line);
        }
    }

    private synchronized void print(String line) {
        BuildConsole.printNoted(log, line);
    }
}
