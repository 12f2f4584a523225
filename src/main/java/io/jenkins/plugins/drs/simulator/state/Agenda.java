package io.jenkins.plugins.drs.simulator.state;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What will happen in the world, and when. Nothing happens by itself: whoever looks at the world first
 * walks it to the present, and each entry runs with its own time as the present.
 */
public final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
    private Instant now;
    private long count;

    Agenda(Instant start) {
        this.now = start;
    }

    /** Time of the entry that is running, or the time to which the world was walked last. */
    public Instant now() {
        return now;
    }

    /** Enters what happens at a time; what is already due happens at the next walk. */
    public void at(Instant time, Runnable happening) {
        entries.add(new Entry(time, count++, happening));
    }

    void walkTo(Instant present) {
        while (!entries.isEmpty() && !entries.peek().at().isAfter(present)) {
            Entry next = entries.poll();
            now = next.at().isAfter(now) ? next.at() : now;
            next.happening().run();
        }
        now = present.isAfter(now) ? present : now;
    }

    private record Entry(Instant at, long number, Runnable happening) {}
}
