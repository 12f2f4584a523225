package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups of the Lambda orchestrator, and those that have to be made of them for waves that take only some servers. */
final class LambdaGroups {
    private final Map<String, Map<String, Object>> byName = new LinkedHashMap<>();
    private final List<Object> derived = new ArrayList<>();
    private final GroupReferences references;
    private final LaunchSettingsMigration settings;
    private final UniqueNames names;
    private final Accounts accounts;
    private final Notes notes;

    LambdaGroups(GroupReferences references, Accounts accounts, Notes notes) {
        this.references = references;
        this.accounts = accounts;
        this.notes = notes;
        settings = new LaunchSettingsMigration(notes);
        names = new UniqueNames(notes);
    }

    Map<String, Object> group(SourceObject source) {
        String name = names.of(source.text("groupName", "name").orElse(""), source.at("groupName"));
        references.define(source, name);
        Map<String, Object> launchConfig = settings(source, "launchConfig");
        Map<String, Object> tags = tags(source);
        List<String> ids = source.texts("sourceServerIds");
        if (!tags.isEmpty() && !ids.isEmpty()) {
            notes.lost(
                    source.at("sourceServerIds"),
                    "The group selects by tags; the list of " + ids.size() + " servers beside them is left out");
        }
        Optional<String> account =
                accounts.of(source.text("accountId"), source.text("assumeRoleName"), source.at("accountId"));
        Map<String, Object> group = new ResultObject()
                .put("groupName", Optional.of(name))
                .put("description", source.text("description"))
                .put("region", source.text("region"))
                .put("accountId", account)
                .putFilled("serverSelectionTags", tags)
                .putFilled("sourceServerIds", tags.isEmpty() ? ids : List.of())
                .putFilled("launchConfig", launchConfig)
                .putFilled("servers", servers(source, launchConfig))
                .members();
        source.tellRest();
        byName.put(name, group);
        return group;
    }

    private static Map<String, Object> tags(SourceObject source) {
        Map<String, Object> tags = new LinkedHashMap<>();
        source.object("serverSelectionTags").ifPresent(written -> tags.putAll(written.rest()));
        return tags;
    }

    private Map<String, Object> settings(SourceObject owner, String field) {
        Optional<SourceObject> written = owner.object(field);
        Map<String, Object> result = new LinkedHashMap<>();
        written.ifPresent(source -> {
            result.putAll(settings.of(source).members());
            source.tellRest();
        });
        return result;
    }

    private List<Object> servers(SourceObject group, Map<String, Object> ofGroup) {
        List<Object> servers = new ArrayList<>();
        for (SourceObject server : group.objects("servers")) {
            boolean withDefaults =
                    !server.text("useGroupDefaults").orElse("true").equalsIgnoreCase("false");
            Map<String, Object> own = settings(server, "launchTemplate");
            settings(server, "launchConfig").forEach(own::putIfAbsent);
            List<String> inherited = LaunchSettingsMigration.missing(ofGroup, own);
            if (!withDefaults && !inherited.isEmpty()) {
                notes.changed(
                        server.at("useGroupDefaults"),
                        "The server did not take the group's settings; now it takes those that it does not have itself: "
                                + String.join(", ", inherited));
            }
            Optional<String> id = server.text("sourceServerId");
            server.ignore("serverName", "instanceName", "hostname");
            server.tellRest();
            if (!own.isEmpty()) {
                servers.add(new ResultObject()
                        .put("sourceServerId", id)
                        .putFilled("launchConfig", own)
                        .members());
            }
        }
        return servers;
    }

    /**
     * The group that holds just these servers: the named one, or one made of it where it holds more.
     *
     * @param forWave what to call the new group after
     */
    String holding(String groupName, Set<String> serverIds, String forWave, JsonPointer at) {
        Map<String, Object> group = byName.get(groupName);
        if (serverIds.isEmpty() || group == null) {
            return groupName;
        }
        if (!(group.get("sourceServerIds") instanceof List<?> all)) {
            notes.changed(
                    at,
                    "The wave named " + serverIds.size() + " servers; now it takes all that the group's tags"
                            + " select");
            return groupName;
        }
        Set<Object> ids = new LinkedHashSet<>(all);
        ids.retainAll(serverIds);
        if (ids.isEmpty() || ids.size() == new HashSet<>(all).size()) {
            return groupName;
        }
        String name = names.of(groupName + " (" + forWave + ")", at);
        notes.changed(
                at,
                "The wave takes " + ids.size() + " of the " + all.size() + " servers of group "
                        + Shown.quoted(groupName) + "; they are now a group of their own, " + Shown.quoted(name));
        derived.add(part(group, name, ids));
        return name;
    }

    private static Map<String, Object> part(Map<String, Object> group, String name, Set<Object> ids) {
        Map<String, Object> part = new LinkedHashMap<>(group);
        part.put("groupName", name);
        part.put("sourceServerIds", new ArrayList<>(ids));
        if (group.get("servers") instanceof List<?> servers) {
            part.put(
                    "servers",
                    servers.stream()
                            .filter(server ->
                                    server instanceof Map<?, ?> map && ids.contains(map.get("sourceServerId")))
                            .toList());
        }
        return part;
    }

    /** The only group that holds all of these servers, if there is one. */
    Optional<String> around(Set<String> serverIds) {
        List<String> around = byName.entrySet().stream()
                .filter(entry -> entry.getValue().get("sourceServerIds") instanceof List<?> ids
                        && new HashSet<Object>(ids).containsAll(serverIds))
                .map(Map.Entry::getKey)
                .toList();
        return serverIds.isEmpty() || around.size() != 1 ? Optional.empty() : Optional.of(around.get(0));
    }

    List<Object> derived() {
        return derived;
    }
}
