package io.jenkins.plugins.drs.plugin.configuration.schedule;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.PeriodicWork;
import hudson.model.Run;
import io.jenkins.plugins.drs.plugin.configuration.sync.SyncTurns;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has jobs follow plans of a sync that did not have them follow itself, as its build was killed. */
@Extension
public final class InterruptedSyncFollower extends PeriodicWork {
    private final AtomicBoolean behind = new AtomicBoolean();

    static InterruptedSyncFollower get() {
        return ExtensionList.lookupSingleton(InterruptedSyncFollower.class);
    }

    /** A sync changed plans. */
    void synced() {
        behind.set(true);
    }

    @Override
    public long getRecurrencePeriod() {
        return MIN;
    }

    @Override
    protected void doRun() {
        SyncTurns turns = SyncTurns.get();
        turns.leaveFor(build -> build.find().filter(Run::isBuilding).isEmpty());
        if (behind.get() && turns.areFree()) {
            behind.set(false);
            PlanJobs.get().updateSoon();
        }
    }
}
