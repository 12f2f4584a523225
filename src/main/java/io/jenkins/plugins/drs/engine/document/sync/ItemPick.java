package io.jenkins.plugins.drs.engine.document.sync;

import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts a configuration together from two, item by item. Items stand where the wanted configuration has them, and those
 * that it does not have follow.
 */
final class ItemPick {
    /** Which schema a file names is a matter of the file. */
    static final String SCHEMA = "$schema";

    private final DrConfiguration stored;
    private final DrConfiguration wanted;
    private final Predicate<ItemKey> takesWanted;

    private ItemPick(DrConfiguration stored, DrConfiguration wanted, Predicate<ItemKey> takesWanted) {
        this.stored = stored;
        this.wanted = wanted;
        this.takesWanted = takesWanted;
    }

    /** @param takesWanted of which items the wanted state is taken, which may be that there is none */
    static DrConfiguration of(DrConfiguration stored, DrConfiguration wanted, Predicate<ItemKey> takesWanted) {
        return new ItemPick(stored, wanted, takesWanted).picked();
    }

    /** The items of a configuration that are asked for. */
    static DrConfiguration only(DrConfiguration configuration, Predicate<ItemKey> which) {
        return of(configuration, DrConfiguration.EMPTY, which.negate());
    }

    private DrConfiguration picked() {
        return new DrConfiguration(
                ExportMetadata.NONE,
                list(ItemKind.TARGET_ACCOUNT, DrConfiguration::targetAccounts, TargetAccount::accountId),
                list(ItemKind.PROTECTION_GROUP, DrConfiguration::protectionGroups, ProtectionGroup::groupName),
                list(ItemKind.RECOVERY_PLAN, DrConfiguration::recoveryPlans, RecoveryPlan::planName),
                unknown());
    }

    private <T> List<T> list(ItemKind kind, Function<DrConfiguration, List<T>> items, Function<T, String> name) {
        Map<ItemKey, T> kept = new LinkedHashMap<>();
        items.apply(stored).forEach(item -> kept.put(ItemKey.of(kind, name.apply(item)), item));
        List<T> picked = new ArrayList<>();
        for (T item : items.apply(wanted)) {
            ItemKey key = ItemKey.of(kind, name.apply(item));
            T old = kept.remove(key);
            if (takesWanted.test(key)) {
                picked.add(item);
            } else if (old != null) {
                picked.add(old);
            }
        }
        kept.forEach((key, item) -> {
            if (!takesWanted.test(key)) {
                picked.add(item);
            }
        });
        return picked;
    }

    private Map<String, Object> unknown() {
        Map<String, Object> picked = new LinkedHashMap<>();
        wanted.unknown().forEach((name, value) -> {
            if (takesWanted.test(ItemKey.of(ItemKind.UNKNOWN_FIELD, name))) {
                picked.put(name, value);
            }
        });
        stored.unknown().forEach((name, value) -> {
            if (!takesWanted.test(ItemKey.of(ItemKind.UNKNOWN_FIELD, name))) {
                picked.put(name, value);
            }
        });
        picked.remove(SCHEMA);
        return picked;
    }

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
            configuration
                    .targetAccounts()
                    .forEach(account -> keys.add(of(ItemKind.TARGET_ACCOUNT, account.accountId())));
            configuration
                    .protectionGroups()
                    .forEach(group -> keys.add(of(ItemKind.PROTECTION_GROUP, group.groupName())));
            configuration.recoveryPlans().forEach(plan -> keys.add(of(ItemKind.RECOVERY_PLAN, plan.planName())));
            configuration.unknown().keySet().stream()
                    .filter(name -> !name.equals(ItemPick.SCHEMA))
                    .forEach(name -> keys.add(of(ItemKind.UNKNOWN_FIELD, name)));
            return keys;
        }
    }
}
