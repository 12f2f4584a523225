package io.jenkins.plugins.drs.engine.document.sync;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.Optional;

/**
 * What is known from earlier syncs.
 *
 * @param synced what the document said at the last sync of this source; empty before the first
 * @param unconfirmed what it said when a sync began that was cut off, so that some items may stand as it said
 * @param others items of other sources
 */
record SyncBase(Optional<DrConfiguration> synced, Optional<DrConfiguration> unconfirmed, DrConfiguration others) {
    static final SyncBase NONE = new SyncBase(Optional.empty(), Optional.empty(), DrConfiguration.EMPTY);

    DrConfiguration syncedOrEmpty() {
        return synced.orElse(DrConfiguration.EMPTY);
    }
}
