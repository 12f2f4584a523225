package io.jenkins.plugins.drs.engine.document.diff;

/** How many items of one kind were added, changed and removed. */
public record ItemCounts(int added, int changed, int removed) {
    public static final ItemCounts NONE = new ItemCounts(0, 0, 0);

    ItemCounts with(ItemChange.Type type) {
        return switch (type) {
            case ADDED -> new ItemCounts(added + 1, changed, removed);
            case CHANGED -> new ItemCounts(added, changed + 1, removed);
            case REMOVED -> new ItemCounts(added, changed, removed + 1);
        };
    }

    ItemCounts plus(ItemCounts other) {
        return new ItemCounts(added + other.added, changed + other.changed, removed + other.removed);
    }
}
