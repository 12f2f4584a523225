package io.jenkins.plugins.drs.engine.document.sync;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a source.
 *
 * @param source tells sources apart, such as the name of a job and of a file
 * @param when of the last sync that was confirmed, or was begun where none was
 * @param revision of the store after the last sync that was confirmed; 0 where none was
 * @param synced what the document said then; empty where there was none
 * @param begun a sync that was begun and neither confirmed nor undone
 * @param refused what was put back last, until another sync is confirmed
 */
public record SyncRecord(
        String source,
        String who,
        Instant when,
        long revision,
        Optional<DrConfiguration> synced,
        Optional<Begun> begun,
        Optional<Refused> refused) {

    /**
     * A sync that is under way, or was cut off.
     *
     * @param before revision that was current when it began; it makes the one after that
     */
    public record Begun(long before, DrConfiguration document) {}

    /**
     * A document that turned out to be no good.
     *
     * @param document hash of what it meant
     * @param stored hash of what was stored without it
     * @param why for people
     */
    public record Refused(String document, String stored, String why) {}

    static SyncRecord none(String source) {
        return new SyncRecord(source, "", Instant.EPOCH, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    SyncRecord named(String name) {
        return new SyncRecord(name, who, when, revision, synced, begun, refused);
    }

    SyncRecord begin(long before, DrConfiguration document) {
        return new SyncRecord(source, who, when, revision, synced, Optional.of(new Begun(before, document)), refused);
    }

    /** @param found present when the same must not be applied again as things stand */
    SyncRecord undone(Optional<Refused> found) {
        return new SyncRecord(source, who, when, revision, synced, Optional.empty(), found);
    }

    SyncRecord confirmed(String by, Instant now, long current, DrConfiguration document) {
        return new SyncRecord(source, by, now, current, Optional.of(document), Optional.empty(), Optional.empty());
    }
}
