package io.jenkins.plugins.drs.engine.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes documents of configurations in journals that were written before these held documents. They have the names that
 * records and their components had at that time, so nothing here follows changes of records, ever.
 */
final class EarlierConfiguration {
    private EarlierConfiguration() {}

    /** Whether a configuration of a journal is no document: those say which version they have. */
    static boolean isOne(Map<String, Object> configuration) {
        return !configuration.containsKey("exportMetadata");
    }

    static Map<String, Object> document(Map<String, Object> configuration) {
        Map<String, Object> document = fields(configuration);
        rename(document, "metadata", "exportMetadata");
        document.computeIfPresent("exportMetadata", (name, metadata) -> fields(metadata));
        each(document, "targetAccounts", EarlierConfiguration::fields);
        each(document, "protectionGroups", EarlierConfiguration::group);
        each(document, "recoveryPlans", EarlierConfiguration::plan);
        return document;
    }

    private static Map<String, Object> group(Object record) {
        Map<String, Object> written = object(record);
        rename(written, "launchSettings", "launchConfig");
        Map<String, Object> servers = new LinkedHashMap<>();
        object(written.remove("serverOverrides"))
                .forEach((id, settings) -> servers.put(id, object(Map.of("launchConfig", settings))));
        written.put("servers", servers);
        Map<String, Object> group = fields(written, "target", "selection");
        rename(group, "tags", "serverSelectionTags");
        launch(group);
        group.put("servers", servers(object(group.get("servers"))));
        return group;
    }

    private static List<Map<String, Object>> servers(Map<String, Object> byId) {
        return byId.entrySet().stream()
                .map(entry -> {
                    Map<String, Object> server = object(entry.getValue());
                    launch(server);
                    server.put("sourceServerId", entry.getKey());
                    return server;
                })
                .toList();
    }

    private static void launch(Map<String, Object> owner) {
        Map<String, Object> launch = object(owner.get("launchConfig"));
        rename(launch, "disposition", "launchDisposition");
        owner.put("launchConfig", launch);
    }

    private static Map<String, Object> plan(Object record) {
        Map<String, Object> plan = fields(record);
        if (plan.get("schedule") instanceof Map<?, ?> schedule) {
            plan.put("schedule", schedule.get("drills"));
            plan.put("checkSchedule", schedule.get("checks"));
        }
        each(plan, "waves", EarlierConfiguration::wave);
        return plan;
    }

    private static Map<String, Object> wave(Object record) {
        Map<String, Object> wave = fields(record, "policy");
        each(wave, "preWaveActions", EarlierConfiguration::action);
        each(wave, "postWaveActions", EarlierConfiguration::action);
        return wave;
    }

    private static Map<String, Object> action(Object record) {
        Map<String, Object> action = fields(record, "target");
        Map<String, Object> document = object(action.remove("document"));
        action.put("documentName", document.get("name"));
        action.put("documentVersion", document.get("version"));
        return action;
    }

    /** The components of a record, and those of the inlined ones, and then what it calls unknown. */
    private static Map<String, Object> fields(Object record, String... inlined) {
        Map<String, Object> fields = object(record);
        Map<String, Object> unknown = object(fields.remove("unknown"));
        for (String name : inlined) {
            fields.putAll(object(fields.remove(name)));
        }
        return merged(fields, unknown);
    }

    private static Map<String, Object> merged(Map<String, Object> object, Map<String, Object> further) {
        further.forEach((name, value) -> {
            if (object.get(name) instanceof Map<?, ?> known && value instanceof Map<?, ?>) {
                object.put(name, merged(object(known), object(value)));
            } else {
                object.putIfAbsent(name, value);
            }
        });
        return object;
    }

    private static void each(Map<String, Object> object, String name, Function<Object, Map<String, Object>> change) {
        object.computeIfPresent(
                name, (any, list) -> ((List<?>) list).stream().map(change).toList());
    }

    private static void rename(Map<String, Object> object, String from, String to) {
        object.put(to, object.remove(from));
    }

    /** A copy; empty for null. */
    static Map<String, Object> object(Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> object.put(String.valueOf(name), member));
        }
        return object;
    }
}
