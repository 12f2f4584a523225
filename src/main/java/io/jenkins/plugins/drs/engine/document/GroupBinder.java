package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes protection groups and their launch settings of a document's fields. */
final class GroupBinder {
    private final Findings findings;
    private final Pointers pointers;

    GroupBinder(Findings findings, Pointers pointers) {
        this.findings = findings;
        this.pointers = pointers;
    }

    ProtectionGroup bind(Fields fields) {
        Map<String, Object> inner = new LinkedHashMap<>();
        String name = fields.text("groupName");
        String description = fields.text("description");
        Target target = new Target(fields.accountId("accountId"), fields.text("region"));
        ServerSelection selection =
                new ServerSelection(fields.textMap("serverSelectionTags"), fields.texts("sourceServerIds"));
        LaunchSettings settings = settings(fields, inner);
        Map<String, LaunchSettings> overrides = overrides(fields, inner);
        Map<String, Object> unknown = fields.unknown();
        unknown.putAll(inner);
        return new ProtectionGroup(name, description, target, selection, settings, overrides, unknown);
    }

    private record ServerEntry(Fields fields, String id, LaunchSettings settings, Map<String, Object> unknown) {}

    private Map<String, LaunchSettings> overrides(Fields group, Map<String, Object> unknownOfGroup) {
        Map<String, LaunchSettings> overrides = new LinkedHashMap<>();
        Map<String, Object> unknownOfServers = new LinkedHashMap<>();
        JsonPointer list = group.at().child("servers");
        for (ServerEntry server : group.objects("servers", GroupBinder::override)) {
            if (overrides.containsKey(server.id())) {
                findings.error(
                        server.fields().at(),
                        server.fields().position("sourceServerId"),
                        "The server " + Shown.quoted(server.id()) + " is listed twice",
                        "Put all its settings into one entry");
            } else {
                pointers.put(list.child(overrides.size()), server.fields().at());
                overrides.put(server.id(), server.settings());
                Unknown.putInner(unknownOfServers, server.id(), server.unknown());
            }
        }
        Unknown.putInner(unknownOfGroup, "servers", unknownOfServers);
        return overrides;
    }

    private static ServerEntry override(Fields server) {
        Map<String, Object> inner = new LinkedHashMap<>();
        String id = server.text("sourceServerId");
        LaunchSettings settings = settings(server, inner);
        Map<String, Object> unknown = server.unknown();
        unknown.putAll(inner);
        return new ServerEntry(server, id, settings, unknown);
    }

    private static LaunchSettings settings(Fields owner, Map<String, Object> unknownOfOwner) {
        Optional<Fields> written = owner.object("launchConfig");
        if (written.isEmpty()) {
            return LaunchSettings.NONE;
        }
        Fields fields = written.get();
        LaunchSettings settings = new LaunchSettings(
                fields.optionalText("instanceType"),
                fields.optionalText("subnetId"),
                fields.texts("securityGroupIds"),
                fields.optionalText("staticPrivateIp"),
                fields.choice("launchDisposition", LaunchSettings.LaunchDisposition.class),
                fields.flag("copyPrivateIp"),
                fields.flag("copyTags"),
                fields.choice("rightSizing", LaunchSettings.RightSizing.class),
                fields.flag("osByol"));
        Unknown.putInner(unknownOfOwner, "launchConfig", fields.unknown());
        return settings;
    }
}
