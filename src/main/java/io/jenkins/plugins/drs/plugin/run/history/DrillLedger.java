package io.jenkins.plugins.drs.plugin.run.history;

import io.jenkins.plugins.drs.engine.event.EventLog;
import io.jenkins.plugins.drs.engine.history.DrillSummary;
import io.jenkins.plugins.drs.engine.journal.JournalCheck;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.ResultCollector;
import io.jenkins.plugins.drs.plugin.run.history.SummaryFile.Entry;
import io.jenkins.plugins.drs.plugin.run.history.SummaryFile.Stamp;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Summaries of executions that have ended, kept in a file beside each journal, and in memory as long as there is room. A
 * journal is read only where its summary is missing, or where it is not the file any more that it was: then its chain is
 * checked again. Checks no permission: callers do.
 */
public final class DrillLedger {
    private static final Logger LOGGER = Logger.getLogger(DrillLedger.class.getName());
    /** How many journals one question reads; those of a thousand servers take half a second each. */
    static final int JOURNALS_AT_ONCE = 2;
    /** How old may be what {@link #traces} says of a journal: on a disk of the network, a look at each takes seconds. */
    static final Duration FRESH = Duration.ofMinutes(1);

    private final Function<String, Path> folders;
    private final Executor later;
    private final InstantSource clock;
    private final Map<String, Trace> traces = new ConcurrentHashMap<>();
    private final Map<String, SoftReference<Entry>> kept = new ConcurrentHashMap<>();
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    private final Set<String> queued = ConcurrentHashMap.newKeySet();

    /**
     * @param folders where an execution of that id has its folder
     * @param later reads journals behind those who ask
     */
    public DrillLedger(Function<String, Path> folders, Executor later) {
        this(folders, later, InstantSource.system());
    }

    DrillLedger(Function<String, Path> folders, Executor later, InstantSource clock) {
        this.folders = folders;
        this.later = later;
        this.clock = clock;
    }

    /** Whether a journal was whole when it was looked at. */
    private record Trace(boolean intact, Instant lookedAt) {}

    /**
     * How many executions can be proven.
     *
     * @param intact with a journal whose chain is whole
     * @param broken without one, or with one that was changed or cannot be read
     * @param pending not looked at yet; ask again
     */
    public record Traces(int intact, int broken, int pending) {}

    /**
     * Counts executions that have ended. Reads nothing by itself, so that it is cheap for thousands: what is not known is
     * looked at behind the caller, and what was looked at more than {@link #FRESH} ago is looked at again.
     */
    public Traces traces(Collection<String> executionIds) {
        int intact = 0;
        int broken = 0;
        int pending = 0;
        Instant old = clock.instant().minus(FRESH);
        for (String id : executionIds) {
            Trace trace = traces.get(id);
            if (trace == null || trace.lookedAt().isBefore(old)) {
                queue(id);
            }
            if (trace == null) {
                pending++;
            } else if (trace.intact()) {
                intact++;
            } else {
                broken++;
            }
        }
        return new Traces(intact, broken, pending);
    }

    /**
     * What is known.
     *
     * @param drills in the order that was asked for; those that are not known yet, or cannot be read, are left out
     * @param pending of how many journals are still to be read; ask again
     */
    public record Found(List<DrillSummary> drills, int pending) {
        public Found {
            drills = List.copyOf(drills);
        }
    }

    /** Figures of executions that have ended. Reads two journals at most; others are read behind the caller. */
    public Found of(Collection<String> executionIds) {
        List<DrillSummary> drills = new ArrayList<>();
        int journals = 0;
        int pending = 0;
        for (String id : executionIds) {
            Optional<Entry> known = fresh(id);
            if (known.isEmpty() && !unreadable.contains(id)) {
                if (journals < JOURNALS_AT_ONCE) {
                    journals++;
                    known = look(id);
                } else {
                    pending++;
                    queue(id);
                }
            }
            known.ifPresent(entry -> drills.add(entry.summary()));
        }
        return new Found(drills, pending);
    }

    /** What is kept, unless the journal was touched since. */
    private Optional<Entry> fresh(String id) {
        Optional<Entry> known = Optional.ofNullable(kept.get(id)).map(SoftReference::get);
        if (known.isEmpty()) {
            known = new SummaryFile(folders.apply(id)).read();
            known.ifPresent(entry -> kept.put(id, new SoftReference<>(entry)));
        }
        Optional<Entry> fresh = known.filter(entry -> entry.journal().equals(stamp(id)));
        fresh.ifPresent(entry -> looked(id, entry.summary().traceable()));
        return fresh;
    }

    private void looked(String id, boolean intact) {
        traces.put(id, new Trace(intact, clock.instant()));
    }

    private Stamp stamp(String id) {
        try {
            return Stamp.of(journal(id));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The journal of " + id + " cannot be looked at", e);
            return new Stamp(-1, 0);
        }
    }

    private Path journal(String id) {
        return folders.apply(id).resolve("audit.jsonl");
    }

    private void queue(String id) {
        if (queued.add(id)) {
            later.execute(() -> {
                look(id);
                queued.remove(id);
            });
        }
    }

    /** Reads the journal, one at a time. */
    private synchronized Optional<Entry> look(String id) {
        Optional<Entry> done = fresh(id);
        if (done.isPresent()) {
            return done;
        }
        try {
            Stamp seen = Stamp.of(journal(id));
            Optional<Entry> earlier = new SummaryFile(folders.apply(id)).read();
            Entry entry = earlier.isPresent() ? checked(earlier.get(), journal(id), seen) : folded(journal(id), seen);
            keep(id, entry);
            return Optional.of(entry);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, () -> "The journal of " + id + " cannot be read; histories leave it out: " + e);
            unreadable.add(id);
            looked(id, false);
            return Optional.empty();
        }
    }

    private static Entry checked(Entry earlier, Path journal, Stamp seen) throws IOException {
        if (seen.bytes() < 0) {
            return earlier.lookedAt(false, seen);
        }
        JournalCheck.Result chain = JournalCheck.of(journal);
        return earlier.lookedAt(chain.breaks().isEmpty() && chain.lastHash().equals(earlier.lastHash()), seen);
    }

    private static Entry folded(Path journal, Stamp seen) throws IOException {
        ResultCollector collector = new ResultCollector();
        String hash = EventLog.read(journal, collector::accept).hash();
        return new Entry(DrillSummary.of(collector.result(hash), true), hash, seen);
    }

    private void keep(String id, Entry entry) {
        new SummaryFile(folders.apply(id)).write(entry);
        kept.put(id, new SoftReference<>(entry));
        looked(id, entry.summary().traceable());
    }

    /**
     * How an execution ended, without another look at a journal whose summary is kept.
     *
     * @return empty when its journal cannot be read, or does not say how it ended
     */
    public Optional<DrillSummary.Run> end(String executionId) {
        return new SummaryFile(folders.apply(executionId))
                .read()
                .or(() -> look(executionId))
                .map(entry -> entry.summary().run())
                .filter(run -> run.status().ended());
    }

    /** Takes in how an execution ended. */
    public DrillSummary.Run ended(String executionId, DrillResult result) {
        String hash = result.audit().journal().lastHash().orElse("");
        DrillSummary summary = DrillSummary.of(result, true);
        keep(executionId, new Entry(summary, hash, stamp(executionId)));
        return summary.run();
    }

    /** Forgets executions that are gone. */
    public void retain(Set<String> executionIds) {
        kept.keySet().retainAll(executionIds);
        unreadable.retainAll(executionIds);
        traces.keySet().retainAll(executionIds);
    }
}
