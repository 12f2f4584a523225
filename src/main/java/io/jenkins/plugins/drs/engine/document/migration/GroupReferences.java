package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which group a wave means when it names an id. */
final class GroupReferences {
    private static final List<String> ID_FIELDS =
            List.of("groupId", "GroupId", "protectionGroupId", "ProtectionGroupId", "id", "Id", "PGId", "pgId");

    private final Map<String, String> namesById = new LinkedHashMap<>();
    private final Map<String, String> namesByKey = new HashMap<>();
    private final Notes notes;

    /** @param given names by id that the caller knows */
    GroupReferences(Map<String, String> given, Notes notes) {
        namesById.putAll(given);
        this.notes = notes;
    }

    /** Learns the name of a group and the ids that it has in the source. Ids are not in the result. */
    void define(SourceObject group, String name) {
        namesByKey.putIfAbsent(key(name), name);
        for (String field : ID_FIELDS) {
            group.text(field).ifPresent(id -> {
                namesById.put(id, name);
                notes.changed(group.at(field), "Waves refer to the group by its name instead of " + Shown.quoted(id));
            });
        }
    }

    /** The name of the group; what was written, with a note, where there is none. */
    String resolve(String reference, JsonPointer at) {
        String name = namesById.getOrDefault(reference, namesByKey.get(key(reference)));
        if (name == null) {
            notes.lost(
                    at,
                    "The document does not say which group has the id " + Shown.quoted(reference)
                            + ". Give the group's name for it, or correct the result by hand");
            return reference;
        }
        return name;
    }

    boolean knows(String reference) {
        return namesById.containsKey(reference) || namesByKey.containsKey(key(reference));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
