package io.jenkins.plugins.drs.engine.plan;

import java.util.List;
import java.util.Map;

/**
 * Which source servers a protection group holds: by tags or by id, never both.
 *
 * @param tags tags that a server must all have, with exactly these values; empty when selected by id
 * @param sourceServerIds ids in document order; empty when selected by tags
 */
public record ServerSelection(Map<String, String> tags, List<String> sourceServerIds) {
    public ServerSelection {
        tags = Ordered.map(tags);
        sourceServerIds = List.copyOf(sourceServerIds);
    }

    /** Tells whether a server with this id and these tags belongs to the selection. */
    public boolean selects(String sourceServerId, Map<String, String> serverTags) {
        if (!sourceServerIds.isEmpty()) {
            return sourceServerIds.contains(sourceServerId);
        }
        return !tags.isEmpty() && serverTags.entrySet().containsAll(tags.entrySet());
    }
}
