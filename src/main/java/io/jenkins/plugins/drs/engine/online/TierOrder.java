package io.jenkins.plugins.drs.engine.online;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** In which order tiers usually come back: what others need first. Tiers of other names come last, by name. */
final class TierOrder {
    static final Comparator<String> FIRST_NEEDED =
            Comparator.comparingInt(TierOrder::rank).thenComparing(Comparator.naturalOrder());

    private static final List<Set<String>> TIERS = List.of(
            Set.of("infrastructure", "infra", "core", "shared", "directory", "ad", "dns", "network", "identity"),
            Set.of("database", "databases", "db", "data", "sql", "storage"),
            Set.of("cache", "queue", "messaging", "message", "mq", "broker"),
            Set.of("application", "applications", "app", "apps", "backend", "service", "services", "api", "logic"),
            Set.of("web", "frontend", "front", "presentation", "ui", "proxy", "lb", "edge"));

    private TierOrder() {}

    /** Whether the name says where in the order the tier belongs. */
    static boolean knows(String tier) {
        return rank(tier) < TIERS.size();
    }

    /** By the whole name, else by its first word that means something: {@code web-servers} is a web tier. */
    private static int rank(String tier) {
        String name = tier.toLowerCase(Locale.ROOT);
        int whole = place(name);
        if (whole < TIERS.size()) {
            return whole;
        }
        for (String word : name.split("[^\\p{L}]+")) {
            int place = place(word);
            if (place < TIERS.size()) {
                return place;
            }
        }
        return TIERS.size();
    }

    private static int place(String word) {
        int place = 0;
        while (place < TIERS.size() && !TIERS.get(place).contains(word)) {
            place++;
        }
        return place;
    }
}
