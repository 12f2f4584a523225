package io.jenkins.plugins.drs.plugin.run;

import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks AWS which servers the groups of a plan select now, for people who look at its page. Nobody waits for it: pages
 * show what was found last. Reads only, as the default credentials or the simulator. Checks no permission: callers do.
 */
@Extension
public final class ServerLookups {
    private static final Logger LOGGER = Logger.getLogger(ServerLookups.class.getName());
    private static final int KEPT = 200;

    private final Map<String, ServerLookup> lookups = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ServerLookup> eldest) {
            return size() > KEPT;
        }
    };

    public static ServerLookups get() {
        return ExtensionList.lookupSingleton(ServerLookups.class);
    }

    /** What was found last, or is being looked for; empty when nobody has asked since Jenkins started. */
    public synchronized Optional<ServerLookup> of(String planName) {
        return Optional.ofNullable(lookups.get(key(planName)));
    }

    /**
     * Begins to ask, unless that is under way.
     *
     * @param configuration the plan with the groups and accounts that it uses, and nothing else
     */
    public synchronized void start(String planName, DrConfiguration configuration, String by) {
        ServerLookup last = lookups.get(key(planName));
        if (last == null || !last.running()) {
            ServerLookup lookup = new ServerLookup(by, Instant.now(), Optional.empty());
            lookups.put(key(planName), lookup);
            DrillHost.get().threads().calls().execute(() -> finish(planName, lookup.with(find(configuration))));
        }
    }

    private synchronized void finish(String planName, ServerLookup lookup) {
        lookups.put(key(planName), lookup);
    }

    private static String key(String planName) {
        return planName.toLowerCase(Locale.ROOT);
    }

    private static Map<String, ServerLookup.Selected> find(DrConfiguration configuration) {
        Map<String, ServerLookup.Selected> found = new LinkedHashMap<>();
        try {
            found.putAll(Lookup.with(configuration, aws -> find(configuration, aws)));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.INFO, "The servers of a recovery plan cannot be looked up", e);
            String why = e.getMessage() == null ? e.toString() : e.getMessage();
            configuration
                    .protectionGroups()
                    .forEach(group -> found.putIfAbsent(group.groupName(), ServerLookup.Selected.failed(why)));
        }
        return found;
    }

    private static Map<String, ServerLookup.Selected> find(DrConfiguration configuration, AwsAccess aws) {
        Map<String, ServerLookup.Selected> found = new LinkedHashMap<>();
        Map<Target, Answer> answers = new TreeMap<>();
        for (ProtectionGroup group : configuration.protectionGroups()) {
            Answer answer = answers.computeIfAbsent(group.target(), target -> ask(aws, target));
            found.put(group.groupName(), answer.of(group));
        }
        return found;
    }

    private static Answer ask(AwsAccess aws, Target target) {
        try {
            return new Answer(aws.drs(target).sourceServers(), Optional.empty());
        } catch (AwsFailure failure) {
            return new Answer(List.of(), Optional.of(target + ": " + failure.explained()));
        }
    }

    /** What AWS said of an account and Region. */
    private record Answer(List<SourceServer> servers, Optional<String> failure) {
        ServerLookup.Selected of(ProtectionGroup group) {
            List<ServerLookup.Server> selected = servers.stream()
                    .filter(server -> group.selection().selects(server.sourceServerId(), server.tags()))
                    .map(server -> new ServerLookup.Server(
                            server.sourceServerId(),
                            server.hostname(),
                            server.replicationState(),
                            server.lag(),
                            server.replicationError()))
                    .toList();
            return new ServerLookup.Selected(selected, failure);
        }
    }

    /**
     * What protection groups select at one moment.
     *
     * @param by who asked
     * @param asked in real time
     * @param groups what was found, by name of the group; empty while AWS is asked
     */
    public record ServerLookup(String by, Instant asked, Optional<Map<String, Selected>> groups) {
        /** Whether AWS is still asked. */
        public boolean running() {
            return groups.isEmpty();
        }

        ServerLookup with(Map<String, Selected> found) {
            return new ServerLookup(by, asked, Optional.of(Map.copyOf(found)));
        }

        /**
         * What one group selects.
         *
         * @param failure why that is not known, and what to do about it; empty when it is
         */
        public record Selected(List<Server> servers, Optional<String> failure) {
            public Selected {
                servers = List.copyOf(servers);
            }

            static Selected failed(String why) {
                return new Selected(List.of(), Optional.of(why));
            }
        }

        /**
         * A source server.
         *
         * @param hostname empty when it is not known
         * @param state of its replication, in the words of AWS
         * @param lag empty when it does not lag
         * @param error of its replication
         */
        public record Server(
                String id, String hostname, String state, Optional<Duration> lag, Optional<String> error) {}
    }
}
