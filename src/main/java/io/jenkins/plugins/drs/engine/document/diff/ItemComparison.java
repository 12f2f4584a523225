package io.jenkins.plugins.drs.engine.document.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares one item with what it was before, field by field. */
final class ItemComparison {
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
