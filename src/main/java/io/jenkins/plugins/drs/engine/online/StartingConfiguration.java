package io.jenkins.plugins.drs.engine.online;

import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A configuration to begin with, made of the source servers that exist: a plan for each application, a wave for each of its
 * tiers, a protection group for each tier and Region. Each server is in exactly one wave. The same servers give the same
 * configuration, in whatever order AWS lists them.
 *
 * @param configuration valid, unless there is no server at all
 * @param groups what is known of each protection group, in the order of the configuration
 * @param applications what each plan is about, in the order of the configuration; empty for servers without the tag
 */
public record StartingConfiguration(
        DrConfiguration configuration, List<GroupFacts> groups, List<Optional<String>> applications) {

    public StartingConfiguration {
        groups = List.copyOf(groups);
        applications = List.copyOf(applications);
    }

    /**
     * What a group was made of.
     *
     * @param servers by id
     * @param tier value of the tier's tag; empty where the servers have none and are listed by id
     */
    public record GroupFacts(List<SourceServer> servers, Optional<String> tier) {
        public GroupFacts {
            servers = List.copyOf(servers);
        }

        /** Whether it is clear where in the order of waves the tier belongs. */
        public boolean hasUsualTier() {
            return tier.isPresent() && TierOrder.knows(tier.get());
        }
    }

    /**
     * @param servers by Region
     * @param keys tags that say what servers belong to
     * @param account account that was looked at, for {@code exportMetadata}
     */
    public static StartingConfiguration of(
            SortedMap<String, List<SourceServer>> servers, TagKeys keys, Optional<String> account) {
        return new Maker(servers, keys).configuration(account);
    }

    /** Applications, then their tiers, then Regions; absent tags come last. */
    private static final class Maker {
        private static final Comparator<Optional<String>> NAMES = absentLast(Comparator.naturalOrder());
        private static final Comparator<Optional<String>> TIERS = absentLast(TierOrder.FIRST_NEEDED);

        private final SortedMap<Optional<String>, SortedMap<Optional<String>, SortedMap<String, List<SourceServer>>>>
                applications = new TreeMap<>(NAMES);
        private final TagKeys keys;
        private final UniqueNames groupNames = new UniqueNames();
        private final UniqueNames planNames = new UniqueNames();
        private final List<ProtectionGroup> groups = new ArrayList<>();
        private final List<GroupFacts> facts = new ArrayList<>();

        private Maker(SortedMap<String, List<SourceServer>> servers, TagKeys keys) {
            this.keys = keys;
            servers.forEach((region, found) -> found.stream()
                    .sorted(Comparator.comparing(SourceServer::sourceServerId))
                    .forEach(server -> sort(region, server)));
        }

        private static Comparator<Optional<String>> absentLast(Comparator<String> order) {
            return Comparator.comparing((Optional<String> text) -> text.isEmpty())
                    .thenComparing(text -> text.orElse(""), order);
        }

        private void sort(String region, SourceServer server) {
            applications
                    .computeIfAbsent(keys.applicationOf(server), application -> new TreeMap<>(TIERS))
                    .computeIfAbsent(
                            keys.applicationOf(server).flatMap(application -> keys.tierOf(server)),
                            tier -> new TreeMap<>())
                    .computeIfAbsent(region, place -> new ArrayList<>())
                    .add(server);
        }

        private StartingConfiguration configuration(Optional<String> account) {
            List<RecoveryPlan> plans = new ArrayList<>();
            applications.forEach((application, tiers) -> plans.add(plan(application, tiers)));
            ExportMetadata none = ExportMetadata.NONE;
            ExportMetadata metadata = new ExportMetadata(
                    none.version(), Optional.empty(), account, Optional.empty(), Optional.empty(), Map.of());
            return new StartingConfiguration(
                    new DrConfiguration(metadata, List.of(), groups, plans, Map.of()),
                    facts,
                    List.copyOf(applications.keySet()));
        }

        private RecoveryPlan plan(
                Optional<String> application,
                SortedMap<Optional<String>, SortedMap<String, List<SourceServer>>> tiers) {
            String name = planNames.of(application.orElse("Untagged"));
            UniqueNames waveNames = new UniqueNames();
            List<Wave> waves = new ArrayList<>();
            tiers.forEach((tier, regions) -> waves.add(wave(
                    waveNames.of(tier.map(Maker::capital).orElse(application.isPresent() ? "Other" : "All")),
                    groups(name, application, tier, regions))));
            return RecoveryPlan.of(name, waves);
        }

        private List<String> groups(
                String plan,
                Optional<String> application,
                Optional<String> tier,
                SortedMap<String, List<SourceServer>> regions) {
            List<String> names = new ArrayList<>();
            String stem = application.isEmpty()
                    ? plan
                    : plan + "-" + tier.map(Maker::capital).orElse("Other");
            regions.forEach((region, servers) -> {
                String name = groupNames.of(regions.size() == 1 ? stem : stem + "-" + region);
                names.add(name);
                facts.add(new GroupFacts(servers, tier));
                groups.add(ProtectionGroup.of(name, Target.own(region), selection(application, tier, servers)));
            });
            return names;
        }

        /** By tags where they tell the servers from all others, else by id. */
        private ServerSelection selection(
                Optional<String> application, Optional<String> tier, List<SourceServer> servers) {
            if (application.isPresent() && tier.isPresent()) {
                Map<String, String> tags = new TreeMap<>(Map.of(keys.application(), application.get()));
                tags.put(keys.tier(), tier.get());
                return new ServerSelection(tags, List.of());
            }
            return new ServerSelection(
                    Map.of(), servers.stream().map(SourceServer::sourceServerId).toList());
        }

        private static Wave wave(String name, List<String> groups) {
            return Wave.of(name, groups);
        }

        private static String capital(String tier) {
            int first = tier.codePointAt(0);
            return new StringBuilder()
                    .appendCodePoint(Character.toUpperCase(first))
                    .append(tier.substring(Character.charCount(first)))
                    .toString();
        }
    }

    /** In which order tiers usually come back: what others need first. Tiers of other names come last, by name. */
    private static final class TierOrder {
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

    /** Names that a document takes, made of what somebody wrote into tags; each given out once, whatever its case. */
    private static final class UniqueNames {
        private static final int LONGEST = 128;

        private final Set<String> taken = new HashSet<>();

        /** The wanted name, without what names must not have; with a number where it is taken. */
        String of(String wanted) {
            String name = usable(wanted);
            String unique = name;
            for (int number = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); number++) {
                String suffix = "-" + number;
                unique = cut(name, LONGEST - suffix.length()) + suffix;
            }
            return unique;
        }

        private static String usable(String wanted) {
            StringBuilder name = new StringBuilder();
            wanted.codePoints().forEach(character -> name.appendCodePoint(Shown.isHidden(character) ? '_' : character));
            String stripped = cut(name.toString().strip(), LONGEST);
            return stripped.isEmpty() ? "unnamed" : stripped;
        }

        /** Never cuts a character in two. */
        private static String cut(String name, int length) {
            if (name.length() <= length) {
                return name;
            }
            int end = Character.isHighSurrogate(name.charAt(length - 1)) ? length - 1 : length;
            return name.substring(0, end).strip();
        }
    }
}
