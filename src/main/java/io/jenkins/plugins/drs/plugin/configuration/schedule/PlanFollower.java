package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.Extension;
import hudson.XmlFile;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Saveable;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.SaveableListener;
import io.jenkins.plugins.drs.engine.document.store.Change;
import io.jenkins.plugins.drs.engine.document.store.StoredConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStoreListener;

/** Brings jobs up to date when plans, settings or jobs have changed, and when Jenkins starts. */
@Extension
public final class PlanFollower implements PlanStoreListener {
    /** What a sync applied may be put back: it has the jobs follow at its end, so that no schedule starts what is unchecked. */
    @Override
    public void changed(StoredConfiguration before, StoredConfiguration after, Change.Kind kind) {
        Renames.between(before.configuration(), after.configuration())
                .forEach((former, name) -> PlanJobs.get().renamed(former, name));
        if (kind == Change.Kind.SYNC) {
            InterruptedSyncFollower.get().synced();
        } else {
            PlanJobs.get().updateSoon();
        }
    }

    /** Plans may have been changed while Jenkins was down, or as code before jobs were loaded. */
    @Initializer(after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void begin() {
        PlanJobs.get().updateSoon();
    }

    /** Hears of jobs that somebody changed, so that administrators are told at once which do not follow their plans. */
    @Extension
    public static final class OfJobs extends ItemListener {
        @Override
        public void onUpdated(Item item) {
            if (item instanceof Job<?, ?> job && PlanJobs.get().serves(job)) {
                PlanJobs.get().updateSoon();
            }
        }
    }

    /** Hears of changed settings. */
    @Extension
    public static final class OfSettings extends SaveableListener {
        @Override
        public void onChange(Saveable changed, XmlFile file) {
            if (changed instanceof DisasterRecoveryConfiguration) {
                PlanJobs.get().updateSoon();
            }
        }
    }
}
