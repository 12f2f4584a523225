package io.jenkins.plugins.drs.plugin.configuration.sync;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.drs.engine.document.sync.SyncRecord;
import io.jenkins.plugins.drs.engine.document.sync.SyncRecords;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** The sources of this controller: a job, or a multibranch project, with a file. Jobs' names have no number sign. */
public final class SyncSources {
    private static final Logger LOGGER = Logger.getLogger(SyncSources.class.getName());
    private static final String BETWEEN = "#";

    private SyncSources() {}

    static String of(String project, String file) {
        return project + BETWEEN + file.replace('\\', '/').replaceAll("/+", "/").replaceAll("^(\\./)+", "");
    }

    private static String project(String source) {
        int end = source.indexOf(BETWEEN);
        return end < 0 ? source : source.substring(0, end);
    }

    /** Whether the job of a source is still there. */
    public static boolean isThere(String source) {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            return Jenkins.get().getItemByFullName(project(source), Item.class) != null;
        }
    }

    private static void moved(String oldName, String newName) {
        SyncRecords records = PlanStore.get().syncRecords();
        try {
            for (SyncRecord record : records.all()) {
                String project = project(record.source());
                if (project.equals(oldName) || project.startsWith(oldName + "/")) {
                    records.rename(record.source(), newName + record.source().substring(oldName.length()));
                }
            }
        } catch (IOException e) {
            LOGGER.log(
                    Level.WARNING,
                    "What " + newName + " synced when its name was " + oldName
                            + " is not known any longer: the next sync takes what differs for changed by hand",
                    e);
        }
    }

    /** Lets sources follow their jobs. */
    @Extension
    public static final class Moves extends ItemListener {
        @Override
        public void onLocationChanged(Item item, String oldFullName, String newFullName) {
            moved(oldFullName, newFullName);
        }
    }
}
