package io.jenkins.plugins.drs.plugin.configuration.entry;

import hudson.util.ComboBoxModel;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.DocumentLookups;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;

/** What the lists of forms offer, of what is stored. Whoever may not see it is offered nothing. */
final class Choices {
    private Choices() {}

    static ListBoxModel accounts(String current) {
        ListBoxModel items = new ListBoxModel(new ListBoxModel.Option(Messages.account_own(), ""));
        for (TargetAccount account : stored().targetAccounts()) {
            String name = account.accountName().isEmpty() ? "" : " (" + account.accountName() + ")";
            items.add(new ListBoxModel.Option(account.accountId() + name, account.accountId()));
        }
        return withCurrent(items, current);
    }

    static ListBoxModel groups(String current) {
        ListBoxModel items = new ListBoxModel(new ListBoxModel.Option(Messages.group_choose(), ""));
        stored().protectionGroups().forEach(group -> items.add(new ListBoxModel.Option(group.groupName())));
        return withCurrent(items, current);
    }

    static ComboBoxModel waves(String planName) {
        List<String> names = stored().plan(Text.orEmpty(planName))
                .map(plan -> plan.waves().stream().map(Wave::waveName).toList())
                .orElse(List.of());
        return new ComboBoxModel(names);
    }

    /**
     * The account's own automation documents where an action runs, else where the groups of its plan are; AWS is asked for
     * those who may both configure and check. Nothing for others, and where AWS does not answer: the name can be typed.
     */
    static ComboBoxModel documents(String planName, String region, String accountId) {
        boolean allowed = Jenkins.get().hasPermission(DisasterRecoveryPermissions.CONFIGURE)
                && Jenkins.get().hasPermission(DisasterRecoveryPermissions.CHECK);
        if (!allowed) {
            return new ComboBoxModel(List.of());
        }
        DrConfiguration stored = stored();
        return new ComboBoxModel(
                DocumentLookups.get().names(places(stored, planName, Text.trimmed(region), accountId), stored));
    }

    private static List<Target> places(DrConfiguration stored, String planName, String region, String accountId) {
        if (region != null) {
            return List.of(new Target(Optional.ofNullable(Text.trimmed(accountId)), region));
        }
        List<String> groups = stored.plan(Text.orEmpty(planName)).stream()
                .flatMap(plan -> plan.waves().stream())
                .flatMap(wave -> wave.protectionGroupNames().stream())
                .toList();
        return stored.protectionGroups().stream()
                .filter(group -> groups.isEmpty() || groups.stream().anyMatch(group.groupName()::equalsIgnoreCase))
                .map(ProtectionGroup::target)
                .toList();
    }

    /** A value that is gone meanwhile stays chosen, so that it is not exchanged in silence. */
    private static ListBoxModel withCurrent(ListBoxModel items, String current) {
        String value = Text.trimmed(current);
        if (value != null && items.stream().noneMatch(item -> item.value.equalsIgnoreCase(value))) {
            items.add(new ListBoxModel.Option(Messages.gone(value), value));
        }
        return items;
    }

    private static DrConfiguration stored() {
        boolean allowed = Jenkins.get().hasPermission(DisasterRecoveryPermissions.VIEW)
                || Jenkins.get().hasPermission(DisasterRecoveryPermissions.CONFIGURE);
        return allowed ? PlanStore.get().currentOrEmpty().configuration() : DrConfiguration.EMPTY;
    }
}
