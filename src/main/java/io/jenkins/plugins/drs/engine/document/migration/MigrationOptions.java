package io.jenkins.plugins.drs.engine.document.migration;

import java.util.Map;
import java.util.Optional;

/**
 * What a document of another format does not say.
 *
 * @param assumeRole name of the role to assume in accounts that are named without one; without it, their groups are
 *     taken to be in the account of the caller
 * @param groupNames names of groups by the ids under which waves refer to them, for ids that the document does not explain
 */
public record MigrationOptions(Optional<String> assumeRole, Map<String, String> groupNames) {
    public static final MigrationOptions NONE = new MigrationOptions(Optional.empty(), Map.of());

    public MigrationOptions {
        groupNames = Map.copyOf(groupNames);
    }
}
