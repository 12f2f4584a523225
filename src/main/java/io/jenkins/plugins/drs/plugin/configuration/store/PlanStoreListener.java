package io.jenkins.plugins.drs.plugin.configuration.store;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hears of changes of the stored configuration, after they were made. */
public interface PlanStoreListener extends ExtensionPoint {
    /** Called on the thread of whoever made the change, with its authority. Should be quick. */
    void changed(StoredConfiguration before, StoredConfiguration after, Change.Kind kind);

    /** Tells all; what one of them throws is logged and keeps the others from nothing. */
    static void tell(StoredConfiguration before, StoredConfiguration after, Change.Kind kind) {
        for (PlanStoreListener listener : ExtensionList.lookup(PlanStoreListener.class)) {
            try {
                listener.changed(before, after, kind);
            } catch (RuntimeException e) {
                Logger.getLogger(PlanStoreListener.class.getName())
                        .log(Level.WARNING, listener.getClass().getName() + " cannot follow a change", e);
            }
        }
    }
}
