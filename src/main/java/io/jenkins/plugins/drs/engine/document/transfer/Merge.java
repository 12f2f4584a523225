package io.jenkins.plugins.drs.engine.document.transfer;

import io.jenkins.plugins.drs.engine.document.diff.ConfigurationDiff;
import io.jenkins.plugins.drs.engine.document.diff.ItemChange;
import io.jenkins.plugins.drs.engine.document.diff.ItemKind;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is stored together with what a document brings. Stored items keep their places; new ones follow. */
final class Merge {
    private final Map<ItemKind, MergedItems<?>> items = new EnumMap<>(ItemKind.class);
    private final DrConfiguration configuration;

    private Merge(DrConfiguration stored, DrConfiguration document, boolean overwrite) {
        Map<ItemKind, Set<String>> conflicts = conflicts(stored, document);
        var accounts = new MergedItems<TargetAccount>(
                TargetAccount::accountId, conflicts.get(ItemKind.TARGET_ACCOUNT), overwrite);
        var groups = new MergedItems<ProtectionGroup>(
                ProtectionGroup::groupName, conflicts.get(ItemKind.PROTECTION_GROUP), overwrite);
        var plans =
                new MergedItems<RecoveryPlan>(RecoveryPlan::planName, conflicts.get(ItemKind.RECOVERY_PLAN), overwrite);
        accounts.merge(stored.targetAccounts(), document.targetAccounts());
        groups.merge(stored.protectionGroups(), document.protectionGroups());
        plans.merge(stored.recoveryPlans(), document.recoveryPlans());
        items.put(ItemKind.TARGET_ACCOUNT, accounts);
        items.put(ItemKind.PROTECTION_GROUP, groups);
        items.put(ItemKind.RECOVERY_PLAN, plans);
        configuration = new DrConfiguration(
                ExportMetadata.NONE,
                accounts.items(),
                groups.items(),
                plans.items(),
                unknown(stored, document, overwrite));
    }

    static Merge of(DrConfiguration stored, DrConfiguration document, boolean overwrite) {
        return new Merge(stored, document, overwrite);
    }

    DrConfiguration configuration() {
        return configuration;
    }

    MergedItems<?> items(ItemKind kind) {
        return items.get(kind);
    }

    Set<ItemKind> kinds() {
        return items.keySet();
    }

    private static Map<ItemKind, Set<String>> conflicts(DrConfiguration stored, DrConfiguration document) {
        Map<ItemKind, Set<String>> conflicts = ConfigurationDiff.between(stored, document).changes().stream()
                .filter(change -> change.type() == ItemChange.Type.CHANGED)
                .collect(Collectors.groupingBy(
                        ItemChange::kind,
                        Collectors.mapping(change -> MergedItems.key(change.name()), Collectors.toSet())));
        for (ItemKind kind : ItemKind.values()) {
            conflicts.putIfAbsent(kind, Set.of());
        }
        return conflicts;
    }

    /** Fields that nobody knows have no effect, so they are no reason to refuse; which schema a file names is its own. */
    private static Map<String, Object> unknown(DrConfiguration stored, DrConfiguration document, boolean overwrite) {
        Map<String, Object> unknown = new LinkedHashMap<>(stored.unknown());
        document.unknown().forEach((name, value) -> {
            if (overwrite) {
                unknown.put(name, value);
            } else {
                unknown.putIfAbsent(name, value);
            }
        });
        unknown.remove("$schema");
        return unknown;
    }
}
