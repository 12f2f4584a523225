package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.CleanupEvent.CleanupBegun;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.RecordedEvent;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hears the engine's events: remembers what was acknowledged, holds what a resumed engine reads against it, and kills
 * the process where the scenario says so.
 */
final class Memory {
    private final Scenario scenario;
    private final List<Trouble.Crash> crashes;
    private final JournalOnDisk journal;
    private final List<RecordedEvent> acknowledged = new ArrayList<>();
    private final Set<Trouble> struck = new HashSet<>();
    private final List<Broken> broken = new ArrayList<>();
    private long replayed;
    private int strangeAnswers;
    private boolean identified;
    private Optional<Trouble.Crash> torn = Optional.empty();

    Memory(Scenario scenario, JournalOnDisk journal) {
        this.scenario = scenario;
        this.crashes = scenario.troubles(Trouble.Crash.class);
        this.journal = journal;
    }

    void hear(RecordedEvent event) {
        if (event.sequence() <= replayed) {
            hearAgain(event);
            return;
        }
        boolean newWrite = journal.isNewWrite();
        for (Trouble.Crash crash : crashes) {
            if (newWrite && isInThisWrite(crash, event) && struck.add(crash)) {
                torn = Optional.of(crash);
                throw new Killed(crash);
            }
        }
        acknowledge(event);
        for (Trouble.Crash crash : crashes) {
            if (crash.place() == Trouble.Place.AFTER_EVENT && strikes(crash, event)) {
                throw new Killed(crash);
            }
        }
    }

    private boolean isInThisWrite(Trouble.Crash crash, RecordedEvent event) {
        return switch (crash.place()) {
            case IN_WRITE -> event.sequence() >= crash.number();
            case AFTER_STRANGE_ANSWER -> strangeAnswers >= crash.number();
            default -> false;
        };
    }

    private void acknowledge(RecordedEvent event) {
        acknowledged.add(event);
        identified |= event.event() instanceof WavesBegun || event.event() instanceof CleanupBegun;
    }

    /** Whether the execution knows where it is in all of its targets. */
    boolean isIdentified() {
        return identified;
    }

    /** Somebody else than AWS answered a call. */
    void strangeAnswer() {
        strangeAnswers++;
    }

    private boolean strikes(Trouble.Crash crash, RecordedEvent event) {
        return event.sequence() >= crash.number() && struck.add(crash);
    }

    private void hearAgain(RecordedEvent event) {
        if (event.sequence() > acknowledged.size()) {
            acknowledge(event); // whole on the disk, though nobody was told so before the crash
        } else if (!acknowledged.get((int) event.sequence() - 1).equals(event)) {
            broken.add(new Broken(
                    3,
                    "Event " + event.sequence() + " was journalled as " + acknowledged.get((int) event.sequence() - 1)
                            + ", but a resumed engine read " + event));
        }
    }

    /** The process is dead: puts the disk into the state that it leaves, and gives the number of events there. */
    long afterCrash(Engine engine) {
        torn.ifPresent(crash -> journal.tear(crash.share()));
        torn = Optional.empty();
        long survivors = engine.survivors(journal.sizeNow());
        if (survivors < journal.sizeNow()) {
            journal.cut(survivors);
        }
        replayed = journal.lines();
        if (replayed < acknowledged.size()) {
            broken.add(new Broken(
                    3, acknowledged.size() + " events were journalled, but " + replayed + " were there after a crash"));
        }
        return replayed;
    }

    /** Whether the time of a trouble has come, for the first time. */
    boolean isDue(Trouble trouble, int afterEvent) {
        return acknowledged.size() >= afterEvent && struck.add(trouble);
    }

    /** Whether the time of a trouble has come. */
    boolean hasCome(int afterEvent) {
        return acknowledged.size() >= afterEvent;
    }

    /** Whether a journal holds what was acknowledged and, but for whole events of a write that failed, nothing else. */
    boolean isAllOf(List<RecordedEvent> events) {
        boolean mayHoldMore = !scenario.troubles(Trouble.FullDisk.class).isEmpty();
        int known = acknowledged.size();
        return events.size() >= known
                && (events.size() == known || mayHoldMore)
                && events.subList(0, known).equals(acknowledged);
    }

    List<Broken> broken() {
        return broken;
    }

    /** The engine's process dies here. An error, so that nobody on its way takes it for a failure of AWS. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        private final transient Trouble.Crash crash;

        Killed(Trouble.Crash crash) {
            super(crash.toString(), null, false, false);
            this.crash = crash;
        }

        /** How long nobody takes over. */
        Duration outage() {
            return crash.outage();
        }
    }
}
