package io.jenkins.plugins.drs.simulator.ssm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.state.Region;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The automations of a Region, and which client token started which. */
final class AutomationBook {
    private final Map<String, AutomationRun> runs = new HashMap<>();
    private final Map<String, Started> startedWith = new HashMap<>();

    private AutomationBook() {}

    private record Started(ObjectNode input, AutomationRun run) {}

    static AutomationBook of(Region region) {
        return region.part(AutomationBook.class, made -> new AutomationBook());
    }

    /**
     * The automation that the same call started before.
     *
     * @param token a UUID; its case does not matter
     * @throws io.jenkins.plugins.drs.simulator.wire.AwsError if the token came with another call
     */
    Optional<AutomationRun> startedBefore(String token, ObjectNode input) {
        Started before = startedWith.get(key(token));
        if (before != null && !before.input().equals(input)) {
            throw SsmErrors.tokenReused();
        }
        return Optional.ofNullable(before).map(Started::run);
    }

    void add(AutomationRun run) {
        runs.put(run.automation().id(), run);
    }

    void remember(String token, ObjectNode input, AutomationRun run) {
        startedWith.put(key(token), new Started(input, run));
    }

    Optional<AutomationRun> withId(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    private static String key(String token) {
        return token.toLowerCase(Locale.ROOT);
    }
}
