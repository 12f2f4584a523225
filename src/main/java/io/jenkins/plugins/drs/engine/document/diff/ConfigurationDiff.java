package io.jenkins.plugins.drs.engine.document.diff;

import io.jenkins.plugins.drs.engine.document.DocumentWriter;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What two configurations differ in.
 *
 * <p>Pure. Export metadata, the layout of documents, the order of accounts, groups and plans, and the order of
 * servers, security groups and dependencies do not count; the order of waves, actions and of a wave's groups does. An
 * item is the same as before when its name is, without regard to case; a renamed one is removed and added. Values that
 * look like secrets are compared but not kept.
 *
 * @param changes by kind, and in the order of the configurations
 */
public record ConfigurationDiff(List<ItemChange> changes) {
    public static final ConfigurationDiff NONE = new ConfigurationDiff(List.of());

    private static final Set<String> NOT_COMPARED =
            Set.of("$schema", "exportMetadata", "targetAccounts", "protectionGroups", "recoveryPlans");

    public ConfigurationDiff {
        changes = List.copyOf(changes);
    }

    /** The changes that make {@code after} of {@code before}; {@link #isEmpty()} when they mean the same. */
    public static ConfigurationDiff between(DrConfiguration before, DrConfiguration after) {
        Map<String, Object> old = DocumentWriter.tree(before);
        Map<String, Object> now = DocumentWriter.tree(after);
        List<ItemChange> changes = new ArrayList<>();
        for (ItemKind kind : ItemKind.values()) {
            compare(kind, items(kind, old), items(kind, now), changes);
        }
        return changes.isEmpty() ? NONE : new ConfigurationDiff(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** How many items came, changed and went; kinds of which none did are left out. */
    public Map<ItemKind, ItemCounts> counts() {
        Map<ItemKind, ItemCounts> counts = new EnumMap<>(ItemKind.class);
        changes.forEach(change -> counts.merge(change.kind(), ItemCounts.NONE.with(change.type()), ItemCounts::plus));
        return counts;
    }

    private record Item(String name, Object fields) {}

    private static Map<String, Item> items(ItemKind kind, Map<String, Object> tree) {
        Map<String, Item> items = new LinkedHashMap<>();
        if (kind == ItemKind.UNKNOWN_FIELD) {
            tree.forEach((name, value) -> {
                if (!NOT_COMPARED.contains(name)) {
                    items.put(name, new Item(name, Collections.singletonMap(name, value)));
                }
            });
            return items;
        }
        for (Object element : (List<?>) tree.get(kind.list())) {
            String name = String.valueOf(((Map<?, ?>) element).get(kind.nameField()));
            String key = FieldPaths.key(name);
            for (int again = 2; items.containsKey(key); again++) {
                key = FieldPaths.key(name) + "/" + again; // not valid, but to be told all the same
            }
            items.put(key, new Item(name, element));
        }
        return items;
    }

    private static void compare(
            ItemKind kind, Map<String, Item> before, Map<String, Item> after, List<ItemChange> changes) {
        before.forEach((key, old) -> {
            Item now = after.get(key);
            if (now == null) {
                List<FieldChange> fields = ItemComparison.between(old.fields(), Map.of());
                changes.add(new ItemChange(kind, old.name(), ItemChange.Type.REMOVED, fields));
            } else if (!old.fields().equals(now.fields())) {
                List<FieldChange> fields = ItemComparison.between(old.fields(), now.fields());
                if (!fields.isEmpty()) {
                    changes.add(new ItemChange(kind, now.name(), ItemChange.Type.CHANGED, fields));
                }
            }
        });
        after.forEach((key, now) -> {
            if (!before.containsKey(key)) {
                List<FieldChange> fields = ItemComparison.between(Map.of(), now.fields());
                changes.add(new ItemChange(kind, now.name(), ItemChange.Type.ADDED, fields));
            }
        });
    }
}
