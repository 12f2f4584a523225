package io.jenkins.plugins.drs.plugin.configuration;

import hudson.BulkChange;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.entry.AccountEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.Entries;
import io.jenkins.plugins.drs.plugin.configuration.entry.GroupEntry;
import io.jenkins.plugins.drs.plugin.configuration.entry.PlanEntry;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * The stored plans as configuration as code sees them: lists that are set one by one and stored as one change. What is
 * not set stays as it is. The store keeps them, not the file of this configuration.
 */
public abstract class PlansAsCode extends GlobalConfiguration {
    private transient PendingPlans pending;

    public List<AccountEntry> getTargetAccounts() {
        return stored().targetAccounts().stream().map(Entries::entry).toList();
    }

    @DataBoundSetter
    public void setTargetAccounts(List<AccountEntry> targetAccounts) {
        pending().accounts(targetAccounts);
        save();
    }

    public List<GroupEntry> getProtectionGroups() {
        return stored().protectionGroups().stream().map(Entries::entry).toList();
    }

    @DataBoundSetter
    public void setProtectionGroups(List<GroupEntry> protectionGroups) {
        pending().groups(protectionGroups);
        save();
    }

    public List<PlanEntry> getRecoveryPlans() {
        return stored().recoveryPlans().stream().map(Entries::entry).toList();
    }

    @DataBoundSetter
    public void setRecoveryPlans(List<PlanEntry> recoveryPlans) {
        pending().plans(recoveryPlans);
        save();
    }

    private static DrConfiguration stored() {
        return PlanStore.get().currentOrEmpty().configuration();
    }

    private synchronized PendingPlans pending() {
        if (pending == null) {
            pending = new PendingPlans();
        }
        return pending;
    }

    /**
     * Saves, unless more is about to be set.
     *
     * @throws IllegalArgumentException when the plans have errors; names all of them, and nothing was saved
     */
    @Override
    public synchronized void save() {
        if (BulkChange.contains(this)) {
            return;
        }
        PendingPlans plans = pending;
        pending = null;
        if (plans != null) {
            plans.store(PlanStore.get());
        }
        super.save();
    }
}
