package io.jenkins.plugins.drs.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the waves of one plan recover: reports a group, a server or an address that comes twice.
 *
 * <p>Servers that are selected by tags are known only to AWS; preflight looks at those.
 */
final class PlanMembers {
    private final Map<String, String> waveOfGroup = new HashMap<>();
    private final Map<String, String> groupOfServer = new HashMap<>();
    private final Map<String, Address> addresses = new HashMap<>();
    private final Map<String, ProtectionGroup> groups;
    private final TagOverlaps tags;
    private final Problems problems;

    PlanMembers(Map<String, ProtectionGroup> groups, Problems problems) {
        this.groups = groups;
        this.problems = problems;
        tags = new TagOverlaps(problems);
    }

    private record Address(String group, String server) {}

    void add(Wave wave, JsonPointer at) {
        for (int index = 0; index < wave.protectionGroupNames().size(); index++) {
            ProtectionGroup group =
                    groups.get(Texts.key(wave.protectionGroupNames().get(index)));
            if (group != null) {
                add(group, wave.waveName(), at.child("protectionGroupNames").child(index));
            }
        }
    }

    private void add(ProtectionGroup group, String wave, JsonPointer at) {
        String other = waveOfGroup.putIfAbsent(Texts.key(group.groupName()), wave);
        if (other != null) {
            problems.error(
                    at,
                    "The group " + Shown.quoted(group.groupName()) + " is already recovered in wave "
                            + Shown.quoted(other),
                    "Name it in one wave of the plan");
            return;
        }
        servers(group, at);
        tags.add(group, at);
        addresses(group, at);
    }

    private void servers(ProtectionGroup group, JsonPointer at) {
        List<String> shared = group.selection().sourceServerIds().stream()
                .distinct()
                .filter(id -> groupOfServer.putIfAbsent(group.target() + "/" + id, group.groupName()) != null)
                .toList();
        if (!shared.isEmpty()) {
            String other = groupOfServer.get(group.target() + "/" + shared.get(0));
            problems.error(
                    at,
                    "The server " + Shown.quoted(shared.get(0))
                            + (shared.size() > 1 ? " and " + (shared.size() - 1) + " more are" : " is")
                            + " in the groups " + Shown.quoted(other) + " and " + Shown.quoted(group.groupName()),
                    "Put each server in one group of the plan");
        }
    }

    private void addresses(ProtectionGroup group, JsonPointer at) {
        group.serverOverrides().keySet().forEach(server -> {
            LaunchSettings settings = group.settingsFor(server);
            settings.staticPrivateIp().ifPresent(ip -> {
                String place = group.target() + "/" + settings.subnetId().orElse("") + "/" + ip;
                Address other = addresses.putIfAbsent(place, new Address(group.groupName(), server));
                if (other != null && !other.group().equals(group.groupName())) {
                    problems.error(
                            at,
                            "The servers " + Shown.quoted(other.server()) + " and " + Shown.quoted(server)
                                    + " have the same address " + Shown.quoted(ip),
                            "Give each server its own staticPrivateIp");
                }
            });
        });
    }

    /**
     * Finds groups of one plan whose tags select the same servers for certain: every server that has all tags of the one has
     * all tags of the other. Which servers groups share beyond that only AWS can tell.
     */
    private static final class TagOverlaps {
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
                    "Give the groups of one plan tags of which no server has both; a drill refuses a server in two"
                            + " groups");
        }
    }
}
