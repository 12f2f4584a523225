package io.jenkins.plugins.drs.engine.document.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Version 1.0: the fields of today with fewer of them, or the data model of that time, whose names begin with a capital
 * letter and whose waves may name groups by id. Fields that are not known are kept, as version 2.1 does.
 */
final class Version10Migration {
    private final GroupReferences groups;
    private final LaunchSettingsMigration settings;
    private final Notes notes;

    Version10Migration(MigrationOptions options, Notes notes) {
        this.notes = notes;
        groups = new GroupReferences(options.groupNames(), notes);
        settings = new LaunchSettingsMigration(notes);
    }

    Map<String, Object> migrate(SourceObject document) {
        List<Object> accounts = each(document, this::account, "targetAccounts", "TargetAccounts");
        List<Object> protectionGroups = each(document, this::group, "protectionGroups", "ProtectionGroups");
        List<Object> plans = each(document, this::plan, "recoveryPlans", "RecoveryPlans");
        return new ResultObject()
                .put("exportMetadata", Optional.of(metadata(document)))
                .putFilled("targetAccounts", accounts)
                .put("protectionGroups", Optional.of(protectionGroups))
                .put("recoveryPlans", Optional.of(plans))
                .putAll(document.rest())
                .members();
    }

    /** Plans and groups that stand by themselves, as items of the tables of that time do. */
    Map<String, Object> migrate(List<SourceObject> items) {
        List<Object> protectionGroups = new ArrayList<>();
        List<Object> plans = new ArrayList<>();
        items.stream().filter(item -> item.has("GroupName")).forEach(item -> protectionGroups.add(group(item)));
        items.stream().filter(item -> item.has("PlanName")).forEach(item -> plans.add(plan(item)));
        items.stream()
                .filter(item -> !item.has("GroupName") && !item.has("PlanName"))
                .forEach(item -> notes.lost(
                        item.at(),
                        "It has neither GroupName nor PlanName: " + item.rest().keySet()));
        return new ResultObject()
                .put("exportMetadata", Optional.of(described(new LinkedHashMap<>())))
                .put("protectionGroups", Optional.of(protectionGroups))
                .put("recoveryPlans", Optional.of(plans))
                .members();
    }

    private interface Mapping {
        Map<String, Object> of(SourceObject source);
    }

    private static List<Object> each(SourceObject owner, Mapping mapping, String... names) {
        List<Object> results = new ArrayList<>();
        for (String name : names) {
            if (owner.has(name)) {
                owner.objects(name).forEach(source -> results.add(mapping.of(source)));
            }
        }
        return results;
    }

    private static Map<String, Object> metadata(SourceObject document) {
        Map<String, Object> written = new LinkedHashMap<>();
        for (String name : List.of("exportMetadata", "ExportMetadata")) {
            if (document.has(name)) {
                document.object(name).ifPresent(metadata -> written.putAll(metadata.rest()));
            }
        }
        return described(written);
    }

    private static Map<String, Object> described(Map<String, Object> written) {
        Object version = Optional.ofNullable(written.remove("version")).orElse("1.0.0");
        Map<String, Object> metadata = new LinkedHashMap<>(Migration.metadata(String.valueOf(version)));
        written.forEach(metadata::putIfAbsent);
        return metadata;
    }

    private Map<String, Object> account(SourceObject source) {
        return new ResultObject()
                .put("accountId", source.text("accountId", "AccountId"))
                .put("accountName", source.text("accountName", "AccountName"))
                .put("assumeRoleName", source.text("assumeRoleName", "AssumeRoleName"))
                .put("externalId", source.text("externalId", "ExternalId"))
                .putAll(source.rest())
                .members();
    }

    private Map<String, Object> group(SourceObject source) {
        Optional<String> name = source.text("groupName", "GroupName");
        groups.define(source, name.orElse(""));
        return new ResultObject()
                .put("groupName", name)
                .put("description", source.text("description", "Description"))
                .put("region", source.text("region", "Region"))
                .put("accountId", source.text("accountId", "AccountId"))
                .put("serverSelectionTags", source.value("serverSelectionTags", "ServerSelectionTags"))
                .putFilled("sourceServerIds", source.texts("sourceServerIds", "SourceServerIds"))
                .putFilled("launchConfig", settings(source))
                .putFilled("servers", servers(source))
                .putAll(source.rest())
                .members();
    }

    private Map<String, Object> settings(SourceObject owner) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (String name : List.of("launchConfig", "LaunchConfig")) {
            if (owner.has(name)) {
                owner.object(name)
                        .ifPresent(source -> result.putAll(
                                settings.of(source).putAll(source.rest()).members()));
            }
        }
        return result;
    }

    private List<Object> servers(SourceObject group) {
        return each(
                group,
                server -> new ResultObject()
                        .put("sourceServerId", server.text("sourceServerId", "SourceServerId"))
                        .putFilled("launchConfig", settings(server))
                        .putAll(server.rest())
                        .members(),
                "servers",
                "Servers");
    }

    private Map<String, Object> plan(SourceObject source) {
        return new ResultObject()
                .put("planName", source.text("planName", "PlanName"))
                .put("description", source.text("description", "Description"))
                .put("rto", source.text("rto", "RTO", "Rto"))
                .put("rpo", source.text("rpo", "RPO", "Rpo"))
                .put("schedule", source.text("schedule", "Schedule"))
                .put("waves", Optional.of(each(source, this::wave, "waves", "Waves")))
                .putAll(source.rest())
                .members();
    }

    private Map<String, Object> wave(SourceObject source) {
        return new ResultObject()
                .put("waveName", source.text("waveName", "WaveName"))
                .putFilled("protectionGroupNames", groupNames(source))
                .put("dependsOn", dependencies(source))
                .put("pauseBefore", source.value("pauseBefore", "PauseBefore", "pauseBeforeWave", "PauseBeforeWave"))
                .put("maxWaitTime", source.text("maxWaitTime", "MaxWaitTime"))
                .put("onFailure", source.text("onFailure", "OnFailure"))
                .putFilled("preWaveActions", each(source, this::action, "preWaveActions", "PreWaveActions"))
                .putFilled("postWaveActions", each(source, this::action, "postWaveActions", "PostWaveActions"))
                .putAll(source.rest())
                .members();
    }

    private static Optional<Object> dependencies(SourceObject wave) {
        boolean written = wave.has("dependsOn") || wave.has("DependsOn");
        List<String> names = wave.texts("dependsOn", "DependsOn");
        return written ? Optional.of(names) : Optional.empty();
    }

    private List<String> groupNames(SourceObject wave) {
        List<String> names = new ArrayList<>();
        for (String field : List.of("protectionGroupName", "ProtectionGroupName", "protectionGroupNames")) {
            names.addAll(wave.texts(field));
        }
        names.addAll(wave.texts("ProtectionGroupNames"));
        for (String field :
                List.of("protectionGroupId", "ProtectionGroupId", "protectionGroupIds", "ProtectionGroupIds")) {
            wave.texts(field).forEach(id -> names.add(groups.resolve(id, wave.at(field))));
        }
        return names.stream().distinct().toList();
    }

    private Map<String, Object> action(SourceObject source) {
        Optional<String> document = source.text("documentName", "DocumentName");
        Optional<String> name = source.text("name", "Name", "actionName", "ActionName");
        if (name.isEmpty() && document.isPresent()) {
            notes.assumed(source.at(), "The action has no name; its document's is taken");
        }
        return new ResultObject()
                .put("name", name.or(() -> document))
                .put("documentName", document)
                .put("documentVersion", source.text("documentVersion", "DocumentVersion"))
                .put("parameters", source.value("parameters", "Parameters"))
                .put("maxWaitTime", source.text("maxWaitTime", "MaxWaitTime"))
                .put("onFailure", source.text("onFailure", "OnFailure"))
                .put("region", source.text("region", "Region"))
                .put("accountId", source.text("accountId", "AccountId"))
                .putAll(source.rest())
                .members();
    }
}
