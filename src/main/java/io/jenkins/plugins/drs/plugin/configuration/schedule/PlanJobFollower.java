package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the registry with jobs that are renamed, moved and deleted. A new job never gets the place of a former one. */
@Extension
public final class PlanJobFollower extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(PlanJobFollower.class.getName());

    /** Something that happens to the registry. */
    private interface Work {
        void run(PlanJobRegistry registry) throws IOException;
    }

    private static void attempt(Work work) {
        try {
            work.run(PlanJobs.get().registry());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The list of jobs of recovery plans cannot follow a job", e);
        }
    }

    /** Whatever stood there before is gone, whether that was noticed or not. */
    @Override
    public void onCreated(Item item) {
        attempt(registry -> registry.gone(item.getFullName()));
    }

    @Override
    public void onDeleted(Item item) {
        attempt(registry -> registry.gone(item.getFullName()));
    }

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        attempt(registry -> registry.moved(oldFullName, newFullName));
    }
}
