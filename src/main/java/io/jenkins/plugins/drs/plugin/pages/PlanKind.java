package io.jenkins.plugins.drs.plugin.pages;

import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.plugin.configuration.entry.Entries;
import io.jenkins.plugins.drs.plugin.configuration.entry.InvalidEntryException;
import io.jenkins.plugins.drs.plugin.configuration.entry.PlanEntry;
import io.jenkins.plugins.drs.plugin.configuration.store.Edit;
import io.jenkins.plugins.drs.plugin.configuration.store.Edits;
import java.util.List;

/** Recovery plans. */
final class PlanKind extends Kind<RecoveryPlan, PlanEntry> {
    @Override
    String path() {
        return "plans";
    }

    @Override
    ItemKind inDiffs() {
        return ItemKind.RECOVERY_PLAN;
    }

    @Override
    String title() {
        return Messages.plans();
    }

    @Override
    String add() {
        return Messages.plans_add();
    }

    @Override
    Class<PlanEntry> entryType() {
        return PlanEntry.class;
    }

    @Override
    List<RecoveryPlan> all(DrConfiguration configuration) {
        return configuration.recoveryPlans();
    }

    @Override
    String name(RecoveryPlan item) {
        return item.planName();
    }

    @Override
    String about(RecoveryPlan item) {
        return item.description();
    }

    @Override
    PlanEntry entry(RecoveryPlan item) {
        return Entries.entry(item);
    }

    @Override
    RecoveryPlan item(PlanEntry entry) throws InvalidEntryException {
        return Entries.plan(entry);
    }

    @Override
    RecoveryPlan named(RecoveryPlan item, String name) {
        return item.withName(name);
    }

    @Override
    Edit adding(RecoveryPlan item) {
        return Edits.add(item);
    }

    @Override
    Edit changing(String former, RecoveryPlan item) {
        return Edits.change(former, item);
    }

    @Override
    Edit removing(String name) {
        return Edits.removePlan(name);
    }

    @Override
    Usage usage(DrConfiguration configuration) {
        return Usage.NONE;
    }
}
