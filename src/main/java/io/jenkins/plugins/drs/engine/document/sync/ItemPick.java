package io.jenkins.plugins.drs.engine.document.sync;

import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

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
}
