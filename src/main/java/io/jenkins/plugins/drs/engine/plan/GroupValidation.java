package io.jenkins.plugins.drs.engine.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks one protection group at a time. */
final class GroupValidation {
    private static final Pattern SERVER = Pattern.compile("s-[0-9a-zA-Z]{17}");
    private static final int LONGEST_TAG_KEY = 128;
    private static final int LONGEST_TAG_VALUE = 256;
    private static final int MOST_TAGS = 50;

    private final Set<String> accountIds;
    private final Problems problems;

    GroupValidation(Set<String> accountIds, Problems problems) {
        this.accountIds = accountIds;
        this.problems = problems;
    }

    void check(ProtectionGroup group, JsonPointer at) {
        Texts.name("group name", group.groupName(), at.child("groupName"), problems);
        Texts.description(group.description(), at.child("description"), problems);
        Regions.check(group.target().region(), at.child("region"), problems);
        AccountValidation.reference(group.target(), accountIds, at.child("accountId"), problems);
        selection(group.selection(), at);
        LaunchValidation.check(group.launchSettings(), at.child("launchConfig"), problems);
        sharedAddress(group, at.child("launchConfig").child("staticPrivateIp"));
        overrides(group, at.child("servers"));
    }

    private void selection(ServerSelection selection, JsonPointer at) {
        boolean byTags = !selection.tags().isEmpty();
        boolean byId = !selection.sourceServerIds().isEmpty();
        if (byTags && byId) {
            problems.error(
                    at.child("sourceServerIds"),
                    "The group selects its servers both by tags and by id",
                    "Keep either serverSelectionTags or sourceServerIds");
        } else if (!byTags && !byId) {
            problems.error(
                    at.child("serverSelectionTags"),
                    "The group selects no servers",
                    "Write serverSelectionTags, or list sourceServerIds");
        }
        tags(selection.tags(), at.child("serverSelectionTags"));
        ids(selection.sourceServerIds(), at.child("sourceServerIds"));
    }

    private void tags(Map<String, String> tags, JsonPointer at) {
        if (tags.size() > MOST_TAGS) {
            problems.error(at, "The group selects by " + tags.size() + " tags", "A resource has at most " + MOST_TAGS);
        }
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > LONGEST_TAG_KEY) {
                problems.error(
                        at.child(key),
                        "Expected a tag key of 1 to 128 characters, but got " + Shown.quoted(key),
                        "Write the key as the server has it");
            }
            if (value.length() > LONGEST_TAG_VALUE) {
                problems.error(
                        at.child(key),
                        "The tag value has " + value.length() + " characters",
                        "Write at most " + LONGEST_TAG_VALUE);
            }
        });
    }

    private void ids(List<String> ids, JsonPointer at) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < ids.size(); index++) {
            serverId(ids.get(index), at.child(index));
            if (!seen.add(ids.get(index))) {
                problems.error(
                        at.child(index),
                        "The server " + Shown.quoted(ids.get(index)) + " is listed twice",
                        "List it once");
            }
        }
    }

    private void serverId(String id, JsonPointer at) {
        if (!SERVER.matcher(id).matches()) {
            problems.error(
                    at,
                    "Expected a source server id, but got " + Shown.quoted(id),
                    "Write 's-' and 17 letters or digits, as DRS shows it");
        }
    }

    private void sharedAddress(ProtectionGroup group, JsonPointer at) {
        if (group.launchSettings().staticPrivateIp().isEmpty()) {
            return;
        }
        String remedy = "Give each server its own address under servers";
        if (group.selection().sourceServerIds().size() > 1) {
            problems.error(at, "All servers of the group would get the same address", remedy);
        } else if (!group.selection().tags().isEmpty()) {
            problems.warning(at, "All servers that the tags select would get the same address", remedy);
        }
    }

    private void overrides(ProtectionGroup group, JsonPointer at) {
        Set<String> selected = new HashSet<>(group.selection().sourceServerIds());
        Map<String, String> addresses = new HashMap<>();
        int index = 0;
        for (Map.Entry<String, LaunchSettings> override :
                group.serverOverrides().entrySet()) {
            JsonPointer server = at.child(index++);
            serverId(override.getKey(), server.child("sourceServerId"));
            if (!selected.isEmpty() && !selected.contains(override.getKey())) {
                problems.error(
                        server.child("sourceServerId"),
                        "The server " + Shown.quoted(override.getKey()) + " is not among the group's sourceServerIds",
                        "Add it there or remove its settings");
            }
            LaunchValidation.check(override.getValue(), server.child("launchConfig"), problems);
            override.getValue().staticPrivateIp().ifPresent(address -> {
                String other = addresses.putIfAbsent(address, override.getKey());
                if (other != null) {
                    problems.error(
                            server.child("launchConfig").child("staticPrivateIp"),
                            "The address " + Shown.quoted(address) + " is already given to " + Shown.quoted(other),
                            "Give each server its own address");
                }
            });
        }
    }
}
