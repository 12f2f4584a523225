package io.jenkins.plugins.drs.engine.document.migration;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.util.LinkedHashMap;
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

    /**
     * Options as people write them.
     *
     * @param assumeRole null or blank for none
     * @param groups a line {@code ID=NAME} for each group; null or blank for none
     * @throws IllegalArgumentException when a line is something else, or names an id again
     */
    public static MigrationOptions of(String assumeRole, String groups) {
        Optional<String> role =
                Optional.ofNullable(assumeRole).map(String::strip).filter(text -> !text.isEmpty());
        Map<String, String> names = new LinkedHashMap<>();
        Optional.ofNullable(groups)
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    int sign = line.indexOf('=');
                    String id = sign < 0 ? "" : line.substring(0, sign).strip();
                    String name = line.substring(sign + 1).strip();
                    if (id.isEmpty() || name.isEmpty() || names.putIfAbsent(id, name) != null) {
                        throw new IllegalArgumentException(
                                "Expected a line ID=NAME for each group that waves name by an id, each id"
                                        + " once, but got " + Shown.quoted(line));
                    }
                });
        return new MigrationOptions(role, names);
    }
}
