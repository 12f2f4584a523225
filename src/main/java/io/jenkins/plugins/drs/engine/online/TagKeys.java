package io.jenkins.plugins.drs.engine.online;

import io.jenkins.plugins.drs.engine.aws.SourceServer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tags that say what a server belongs to.
 *
 * @param application key of the tag whose value is the application
 * @param tier key of the tag whose value is the tier
 */
public record TagKeys(String application, String tier) {
    /** In the order in which they are looked for. */
    private static final List<String> APPLICATION_KEYS =
            List.of("DR-Application", "Application", "App", "ApplicationName", "Service", "Project");

    private static final List<String> TIER_KEYS = List.of("DR-Tier", "Tier", "Role", "Layer");

    /**
     * The first usual keys that some server has; where none has any, {@code DR-Application} and {@code DR-Tier}.
     *
     * @param application the key that the user chose, else the usual ones are looked for
     * @param tier likewise
     */
    public static TagKeys of(Optional<String> application, Optional<String> tier, Collection<SourceServer> servers) {
        return new TagKeys(
                application.orElseGet(() -> firstUsed(APPLICATION_KEYS, servers)),
                tier.orElseGet(() -> firstUsed(TIER_KEYS, servers)));
    }

    private static String firstUsed(List<String> keys, Collection<SourceServer> servers) {
        for (String key : keys) {
            Optional<String> used = servers.stream()
                    .flatMap(server -> server.tags().keySet().stream())
                    .filter(key::equalsIgnoreCase)
                    .min(String::compareTo);
            if (used.isPresent()) {
                return used.get();
            }
        }
        return keys.get(0);
    }

    /** The application of a server; empty where it has no such tag, or one without a value. */
    Optional<String> applicationOf(SourceServer server) {
        return value(server, application);
    }

    Optional<String> tierOf(SourceServer server) {
        return value(server, tier);
    }

    private static Optional<String> value(SourceServer server, String key) {
        return Optional.ofNullable(server.tags().get(key)).filter(text -> !text.isBlank());
    }
}
