package io.jenkins.plugins.drs.plugin.pages.plan;

import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.PlainText;
import io.jenkins.plugins.drs.plugin.build.Ages;
import io.jenkins.plugins.drs.plugin.run.ServerLookups.ServerLookup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the groups of a plan were found to select. */
public record ServersView(ServerLookup lookup) {
    public boolean isRunning() {
        return lookup.running();
    }

    public String getBy() {
        return lookup.by();
    }

    public String getAge() {
        return Ages.text(lookup.asked(), Instant.now());
    }

    /** What a group selects; empty when it is not known. */
    Optional<ServerLookup.Selected> of(String group) {
        return lookup.groups().flatMap(groups -> groups.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(group))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    static List<Row> rows(ServerLookup.Selected selected) {
        return selected.servers().stream().map(Row::new).toList();
    }

    /** A source server. */
    public record Row(ServerLookup.Server server) {
        public String getId() {
            return PlainText.line(server.id());
        }

        public String getHostname() {
            return PlainText.line(server.hostname());
        }

        public String getState() {
            return PlainText.line(server.state());
        }

        /** Whether it could be drilled as it replicates now. */
        public boolean isContinuous() {
            return server.state().equals("CONTINUOUS");
        }

        public String getLag() {
            return server.lag().map(Durations::text).orElse("");
        }

        public String getError() {
            return PlainText.line(server.error().orElse(""));
        }
    }
}
