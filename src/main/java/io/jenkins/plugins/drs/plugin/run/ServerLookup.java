package io.jenkins.plugins.drs.plugin.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    public record Server(String id, String hostname, String state, Optional<Duration> lag, Optional<String> error) {}
}
