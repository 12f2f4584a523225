package io.jenkins.plugins.drs.engine.execution.watch;

import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * How long things took in an earlier drill of a plan. It says only when to look, and never what is: a drill with the
 * wrong experience, or with none, comes to the same results.
 *
 * @param durations by name of the thing; see {@link EarlierDurationsCollector}
 */
public record EarlierDurations(Map<String, Duration> durations) {
    /** Of a plan that was never drilled. */
    public static final EarlierDurations NONE = new EarlierDurations(Map.of());

    public EarlierDurations {
        durations = Map.copyOf(durations);
    }

    static String action(ActionRef ref) {
        return "action/" + ref;
    }

    static String launch(String sourceServerId) {
        return "launch/" + sourceServerId;
    }

    /** The last of a wave's servers in a target to become healthy, from when the last of them came up. */
    static String checks(String wave, Target target) {
        return "checks/" + wave + "/" + target.key();
    }

    /** After that long not all of them were healthy yet. */
    static String unhealthy(String wave, Target target) {
        return "unhealthy/" + wave + "/" + target.key();
    }

    static String termination(String sourceServerId) {
        return "termination/" + sourceServerId;
    }

    boolean isEmpty() {
        return durations.isEmpty();
    }

    Optional<Duration> of(String name) {
        return Optional.ofNullable(durations.get(name));
    }

    /** The longest of the named things; empty when nothing is known of one of them, or there are none. */
    Optional<Duration> longest(Collection<String> names) {
        Duration longest = Duration.ZERO;
        for (String name : names) {
            Duration known = durations.get(name);
            if (known == null) {
                return Optional.empty();
            }
            longest = known.compareTo(longest) > 0 ? known : longest;
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(longest);
    }
}
