package io.jenkins.plugins.drs.engine.plan;

import java.util.Map;
import java.util.Optional;

/**
 * Servers that are recovered together, all in one account and Region.
 *
 * @param groupName unique in the configuration without regard to case
 * @param description for people; may be empty
 * @param target account and Region whose DRS replicates the servers
 * @param selection which servers
 * @param launchSettings settings for every server of the group
 * @param serverOverrides source server id to settings that take precedence for it
 * @param unknown fields of the document that this version does not know, kept as they were; those within
 *     {@code launchConfig} under that name, those of a server under {@code servers} and its id
 */
public record ProtectionGroup(
        String groupName,
        String description,
        Target target,
        ServerSelection selection,
        LaunchSettings launchSettings,
        Map<String, LaunchSettings> serverOverrides,
        Map<String, Object> unknown) {

    public ProtectionGroup {
        serverOverrides = Ordered.map(serverOverrides);
        unknown = Ordered.map(unknown);
    }

    /** A group whose servers are launched as DRS has it. */
    public static ProtectionGroup of(String groupName, Target target, ServerSelection selection) {
        return new ProtectionGroup(groupName, "", target, selection, LaunchSettings.NONE, Map.of(), Map.of());
    }

    /** The same with another name. */
    public ProtectionGroup withName(String other) {
        return new ProtectionGroup(other, description, target, selection, launchSettings, serverOverrides, unknown);
    }

    /** The settings for one server: the group's, with the server's own put over them. */
    public LaunchSettings settingsFor(String sourceServerId) {
        Optional<LaunchSettings> override = Optional.ofNullable(serverOverrides.get(sourceServerId));
        return override.map(launchSettings::overriddenBy).orElse(launchSettings);
    }
}
