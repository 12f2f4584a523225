package io.jenkins.plugins.drs.engine.document.diff;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
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

    private static final Set<String> ROLES = Set.of("assumeRoleName", "externalId");

    /** Of one kind; a whole configuration that comes or goes is told by its names. */
    private static final int MOST_DETAILED = 200;

    public ConfigurationDiff {
        changes = List.copyOf(changes);
    }

    /** The changes that make {@code after} of {@code before}; {@link #isEmpty()} when they mean the same. */
    public static ConfigurationDiff between(DrConfiguration before, DrConfiguration after) {
        List<ItemChange> changes = new ArrayList<>();
        for (ItemKind kind : ItemKind.values()) {
            compare(Items.of(kind, before), Items.of(kind, after), kind, changes);
        }
        return changes.isEmpty() ? NONE : new ConfigurationDiff(changes);
    }

    /** The same without names of roles and external ids of accounts, which are for those alone who may change plans. */
    public ConfigurationDiff withoutRoles() {
        return new ConfigurationDiff(changes.stream()
                .map(change -> change.kind() == ItemKind.TARGET_ACCOUNT ? withoutRoles(change) : change)
                .toList());
    }

    private static ItemChange withoutRoles(ItemChange account) {
        List<FieldChange> fields = account.fields().stream()
                .map(field -> ROLES.contains(field.path()) ? field.withheld() : field)
                .toList();
        return new ItemChange(account.kind(), account.name(), account.type(), fields);
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

    /** Compares the items of one kind; tells no details of added and removed ones where there are too many of them. */
    private static void compare(Items before, Items after, ItemKind kind, List<ItemChange> changes) {
        boolean detailed = before.without(after) + after.without(before) <= MOST_DETAILED;
        before.forEach((key, old) -> {
            Items.Item now = after.get(key);
            if (now == null) {
                List<FieldChange> fields = detailed ? ItemComparison.between(old.fields(), Map.of()) : List.of();
                changes.add(new ItemChange(kind, old.name(), ItemChange.Type.REMOVED, fields));
            } else if (!old.value().equals(now.value())) {
                List<FieldChange> fields = ItemComparison.between(old.fields(), now.fields());
                if (!fields.isEmpty()) {
                    changes.add(new ItemChange(kind, now.name(), ItemChange.Type.CHANGED, fields));
                }
            }
        });
        after.forEach((key, now) -> {
            if (before.get(key) == null) {
                List<FieldChange> fields = detailed ? ItemComparison.between(Map.of(), now.fields()) : List.of();
                changes.add(new ItemChange(kind, now.name(), ItemChange.Type.ADDED, fields));
            }
        });
    }

    /** Compares one item with what it was before, field by field. */
    private static final class ItemComparison {
        private final FieldPaths before;
        private final FieldPaths after;
        private final List<FieldChange> changes = new ArrayList<>();

        private ItemComparison(Object before, Object after) {
            this.before = FieldPaths.of(before);
            this.after = FieldPaths.of(after);
        }

        /** What differs between two items as plain maps. */
        static List<FieldChange> between(Object before, Object after) {
            ItemComparison comparison = new ItemComparison(before, after);
            comparison.fields();
            comparison.orders();
            return comparison.changes;
        }

        private void fields() {
            Set<String> keys = new LinkedHashSet<>(before.fields().keySet());
            keys.addAll(after.fields().keySet());
            for (String key : keys) {
                FieldPaths.Field old = before.fields().get(key);
                FieldPaths.Field now = after.fields().get(key);
                if (!FieldPaths.same(old, now)) {
                    String path = now == null ? old.path() : now.path();
                    changes.add(new FieldChange(path, FieldPaths.shown(old), FieldPaths.shown(now)));
                }
            }
        }

        /** An element that came or went is told by its fields; here it is about those that both have. */
        private void orders() {
            for (Map.Entry<String, FieldPaths.Order> entry : after.orders().entrySet()) {
                FieldPaths.Order old = before.orders().get(entry.getKey());
                FieldPaths.Order now = entry.getValue();
                if (old != null && !common(old, now).equals(common(now, old))) {
                    changes.add(new FieldChange(now.path(), old.names(), now.names()));
                }
            }
        }

        private static List<String> common(FieldPaths.Order one, FieldPaths.Order other) {
            List<String> common = new ArrayList<>(one.keys());
            common.retainAll(Set.copyOf(other.keys()));
            return common;
        }
    }
}
