package io.jenkins.plugins.drs.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds groups of one plan whose tags select the same servers for certain: every server that has all tags of the one has
 * all tags of the other. Which servers groups share beyond that only AWS can tell.
 */
final class TagOverlaps {
    /** A plan with more groups by tags than this is compared with the first of them only. */
    private static final int MOST_COMPARED = 500;

    private final Map<Target, List<ProtectionGroup>> groups = new HashMap<>();
    private final Problems problems;

    TagOverlaps(Problems problems) {
        this.problems = problems;
    }

    void add(ProtectionGroup group, JsonPointer at) {
        Map<String, String> tags = group.selection().tags();
        if (tags.isEmpty()) {
            return;
        }
        List<ProtectionGroup> others = groups.computeIfAbsent(group.target(), target -> new ArrayList<>());
        for (ProtectionGroup other : others) {
            Map<String, String> otherTags = other.selection().tags();
            if (holds(tags, otherTags)) {
                tell(group, other, at);
            } else if (holds(otherTags, tags)) {
                tell(other, group, at);
            }
        }
        if (others.size() < MOST_COMPARED) {
            others.add(group);
        }
    }

    private static boolean holds(Map<String, String> tags, Map<String, String> others) {
        return tags.entrySet().containsAll(others.entrySet());
    }

    private void tell(ProtectionGroup narrow, ProtectionGroup wide, JsonPointer at) {
        problems.warning(
                at,
                "Every server that the tags of group " + Shown.quoted(narrow.groupName())
                        + " select is selected by group " + Shown.quoted(wide.groupName()) + ", too",
                "Give the groups of one plan tags of which no server has both; a drill refuses a server in two groups");
    }
}
