package io.jenkins.plugins.drs.engine.document.sync;

import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells accounts, groups, plans and unknown fields of configurations apart.
 *
 * @param name in lower case, since names are the same whatever their case
 */
record ItemKey(ItemKind kind, String name) {
    static ItemKey of(ItemKind kind, String name) {
        return new ItemKey(kind, kind == ItemKind.UNKNOWN_FIELD ? name : name.toLowerCase(Locale.ROOT));
    }

    /** The items that one of two configurations lacks, or that mean something else in it. */
    static Set<ItemKey> differing(DrConfiguration one, DrConfiguration other) {
        return ConfigurationDiff.between(one, other).changes().stream()
                .map(change -> of(change.kind(), change.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All items of a configuration. */
    static Set<ItemKey> all(DrConfiguration configuration) {
        Set<ItemKey> keys = new LinkedHashSet<>();
        configuration.targetAccounts().forEach(account -> keys.add(of(ItemKind.TARGET_ACCOUNT, account.accountId())));
        configuration.protectionGroups().forEach(group -> keys.add(of(ItemKind.PROTECTION_GROUP, group.groupName())));
        configuration.recoveryPlans().forEach(plan -> keys.add(of(ItemKind.RECOVERY_PLAN, plan.planName())));
        configuration.unknown().keySet().stream()
                .filter(name -> !name.equals(ItemPick.SCHEMA))
                .forEach(name -> keys.add(of(ItemKind.UNKNOWN_FIELD, name)));
        return keys;
    }
}
