package io.jenkins.plugins.drs.engine.execution.watch;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ServerState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * When the status checks of instances were looked at in a drill. A server that is healthy may have been so since the look
 * before; at the first look of all, for long.
 */
final class StatusCheckPolls {
    /** Calls of one look follow one another; looks are farther apart. */
    private static final Duration WITHIN_LOOK = Duration.ofMillis(500);

    private final Map<String, Looks> byEffect = new HashMap<>();
    private final Map<Group, Instant> begun = new HashMap<>();
    private Looks newest = new Looks(Optional.empty(), Instant.MIN, Instant.MIN);

    private record Group(String wave, Target target) {}

    private record Looks(Optional<Instant> before, Instant began, Instant ended) {
        Looks with(CallMade call) {
            Instant end = call.at().plusMillis(call.millis());
            return call.at().isAfter(ended.plus(WITHIN_LOOK))
                    ? new Looks(Optional.of(began), call.at(), end)
                    : new Looks(before, began, end);
        }
    }

    void called(CallMade call) {
        if (call.operation().equals("DescribeInstanceStatus")) {
            Looks looks = byEffect.get(call.effect());
            Instant end = call.at().plusMillis(call.millis());
            newest = looks == null ? new Looks(Optional.empty(), call.at(), end) : looks.with(call);
            byEffect.put(call.effect(), newest);
        }
    }

    /** When the last of the servers of its wave and target that are healthy by now came up. */
    Instant begun(ServerState healthy) {
        return begun.merge(
                new Group(healthy.selected().wave(), healthy.target()),
                healthy.checksBegan(),
                (one, other) -> one.isAfter(other) ? one : other);
    }

    /** The last look that did not show it healthy; what calls tell stands behind them in the journal. */
    Optional<Instant> before(ServerState healthy) {
        return newest.before().filter(look -> look.isAfter(healthy.since()));
    }
}
