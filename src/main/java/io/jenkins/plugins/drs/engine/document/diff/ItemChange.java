package io.jenkins.plugins.drs.engine.document.diff;

import java.util.List;

/**
 * One account, group or plan that was added, changed or removed.
 *
 * @param name as it is written after the change, or before it where the item was removed
 * @param fields what was changed; for an added or removed item all of its fields, or none where more than 200 items came
 *     or went
 */
public record ItemChange(ItemKind kind, String name, Type type, List<FieldChange> fields) {
    /** What became of an item. */
    public enum Type {
        ADDED,
        CHANGED,
        REMOVED
    }

    public ItemChange {
        fields = List.copyOf(fields);
    }
}
