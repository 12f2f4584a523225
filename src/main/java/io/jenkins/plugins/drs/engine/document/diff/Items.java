package io.jenkins.plugins.drs.engine.document.diff;

import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The items of one kind by their keys. They are laid out as documents only where they differ. */
final class Items {
    /** Which schema a file names is a matter of the file. */
    private static final String SCHEMA = "$schema";

    private final Map<String, Item> items = new LinkedHashMap<>();

    private Items() {}

    /** @param value what is compared first; never null */
    record Item(String name, Object value, Supplier<Object> layout) {
        Object fields() {
            return layout.get();
        }
    }

    static Items of(ItemKind kind, DrConfiguration configuration) {
        Items items = new Items();
        switch (kind) {
            case TARGET_ACCOUNT ->
                items.add(kind, configuration.targetAccounts(), TargetAccount::accountId, Items::account);
            case PROTECTION_GROUP ->
                items.add(kind, configuration.protectionGroups(), ProtectionGroup::groupName, Items::group);
            case RECOVERY_PLAN -> items.add(kind, configuration.recoveryPlans(), RecoveryPlan::planName, Items::plan);
            default -> configuration.unknown().forEach(items::unknown);
        }
        return items;
    }

    Item get(String key) {
        return items.get(key);
    }

    /** How many of these are not among the others. */
    long without(Items others) {
        return items.keySet().stream()
                .filter(key -> !others.items.containsKey(key))
                .count();
    }

    void forEach(BiConsumer<String, Item> action) {
        items.forEach(action);
    }

    private void unknown(String name, Object value) {
        if (!name.equals(SCHEMA)) {
            Map<String, Object> field = Collections.singletonMap(name, value);
            items.put(name, new Item(name, field, () -> field));
        }
    }

    private <T> void add(ItemKind kind, List<T> list, Function<T, String> name, Function<T, DrConfiguration> alone) {
        for (T item : list) {
            String key = FieldPaths.key(name.apply(item));
            for (int again = 2; items.containsKey(key); again++) {
                key = FieldPaths.key(name.apply(item)) + "/" + again; // not valid, but to be told all the same
            }
            items.put(key, new Item(name.apply(item), item, () -> layout(kind, alone.apply(item))));
        }
    }

    private static Object layout(ItemKind kind, DrConfiguration alone) {
        return ((List<?>) DocumentWriter.tree(alone).get(kind.list())).get(0);
    }

    private static DrConfiguration account(TargetAccount account) {
        return DrConfiguration.EMPTY.withAccounts(List.of(account));
    }

    private static DrConfiguration group(ProtectionGroup group) {
        return DrConfiguration.EMPTY.withGroups(List.of(group));
    }

    private static DrConfiguration plan(RecoveryPlan plan) {
        return DrConfiguration.EMPTY.withPlans(List.of(plan));
    }
}
