package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.journal.Disk;
import io.jenkins.plugins.drs.engine.journal.Journal;
import io.jenkins.plugins.drs.engine.journal.JournalLine;
import io.jenkins.plugins.drs.engine.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The events of one execution, kept in a journal. */
public final class EventLog implements AutoCloseable {
    private final Journal journal;

    private EventLog(Journal journal) {
        this.journal = journal;
    }

    /**
     * Opens the log of an execution, or begins one; events that are there already go to {@code consumer}.
     *
     * @throws IOException when the journal is damaged, in use or cannot be read; its message says which
     */
    public static EventLog open(Path file, Consumer<RecordedEvent> consumer) throws IOException {
        return open(file, Disk.REAL, consumer);
    }

    /** The same on a disk of the caller's. */
    public static EventLog open(Path file, Disk disk, Consumer<RecordedEvent> consumer) throws IOException {
        try {
            return new EventLog(Journal.open(file, disk, line -> consumer.accept(event(line))));
        } catch (UnreadableEvent e) {
            throw e.in(file);
        } catch (UnfitEventException e) {
            throw new IOException("Journal " + file + " cannot be read. " + e.getMessage(), e);
        }
    }

    /**
     * Reads a log without opening it to write, also while it is being written.
     *
     * @throws IOException when the journal is damaged or cannot be read; its message says which
     */
    public static JournalReader.End read(Path file, Consumer<RecordedEvent> consumer) throws IOException {
        try {
            return JournalReader.read(file, line -> consumer.accept(event(line)));
        } catch (UnreadableEvent e) {
            throw e.in(file);
        } catch (UnfitEventException e) {
            throw new IOException("Journal " + file + " cannot be read. " + e.getMessage(), e);
        }
    }

    /**
     * The event of a line.
     *
     * @throws RuntimeException when the line holds none
     */
    public static RecordedEvent event(JournalLine line) {
        try {
            return EventJson.read(line.sequence(), line.payload());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(e);
        }
    }

    /** Carries a line that is whole, but no event of this version, out of the reading of its journal. */
    private static final class UnreadableEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableEvent(IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
        }

        IOException in(Path file) {
            return new IOException("Journal " + file + " cannot be read. " + getMessage(), this);
        }
    }

    /**
     * Appends events; they are on the disk when this returns.
     *
     * @param at the time that all of them carry
     */
    public List<RecordedEvent> append(Instant at, List<? extends ExecutionEvent> events) throws IOException {
        List<String> payloads = new ArrayList<>(events.size());
        events.forEach(event -> payloads.add(EventJson.write(at, event)));
        List<JournalLine> lines = journal.append(payloads);
        List<RecordedEvent> recorded = new ArrayList<>(events.size());
        for (int index = 0; index < lines.size(); index++) {
            recorded.add(new RecordedEvent(lines.get(index).sequence(), at, events.get(index)));
        }
        return recorded;
    }

    /** Whether nothing was appended yet. */
    public boolean isEmpty() {
        return journal.sequence() == 0;
    }

    /** Hash of the last line; whoever keeps it can tell later whether the end of the log was cut off. */
    public String lastHash() {
        return journal.lastHash();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
