package io.jenkins.plugins.drs.engine.document.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The items of one kind, stored ones and a document's, and where each comes from. */
final class MergedItems<T> {
    /** The origin of an item that was stored. */
    static final int STORED = -1;

    private final List<T> merged = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();
    private final List<Integer> conflicts = new ArrayList<>();
    private final Function<T, String> name;
    private final Set<String> conflictingKeys;
    private final boolean overwrite;
    private int created;
    private int unchanged;

    /** @param conflictingKeys keys of stored items that mean something else in the document */
    MergedItems(Function<T, String> name, Set<String> conflictingKeys, boolean overwrite) {
        this.name = name;
        this.conflictingKeys = conflictingKeys;
        this.overwrite = overwrite;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void merge(List<T> stored, List<T> document) {
        Map<String, Integer> places = new HashMap<>();
        for (T item : stored) {
            places.put(key(name.apply(item)), merged.size());
            add(item, STORED);
        }
        for (int index = 0; index < document.size(); index++) {
            T item = document.get(index);
            Integer place = places.remove(key(name.apply(item)));
            if (place == null) {
                created++;
                add(item, index);
            } else if (conflictingKeys.contains(key(name.apply(item)))) {
                conflict(place, item, index);
            } else {
                unchanged++;
            }
        }
    }

    private void conflict(int place, T item, int index) {
        conflicts.add(index);
        if (overwrite) {
            merged.set(place, item);
            origins.set(place, index);
        }
    }

    private void add(T item, int origin) {
        merged.add(item);
        origins.add(origin);
    }

    List<T> items() {
        return merged;
    }

    /** The item's index in the document, or {@link #STORED}. */
    int origin(int mergedIndex) {
        return origins.get(mergedIndex);
    }

    String nameOf(int mergedIndex) {
        return name.apply(merged.get(mergedIndex));
    }

    /** Indexes in the document of items that mean something else than the stored ones of their names. */
    List<Integer> conflicts() {
        return conflicts;
    }

    ImportCounts counts(List<String> errors) {
        return new ImportCounts(
                created, overwrite ? conflicts.size() : 0, overwrite ? 0 : conflicts.size(), unchanged, errors);
    }
}
