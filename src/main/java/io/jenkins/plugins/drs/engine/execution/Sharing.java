package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.TargetIdentified;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.launch.PollFreshness;
import io.jenkins.plugins.drs.engine.execution.launch.SeenElsewhere;
import io.jenkins.plugins.drs.engine.execution.shared.JobPoll;
import io.jenkins.plugins.drs.engine.execution.shared.SharedDrs;
import io.jenkins.plugins.drs.engine.execution.shared.SharedJobPoller;
import io.jenkins.plugins.drs.engine.execution.shared.Subscription;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An execution's part in the looks at jobs that the executions of a host share. */
final class Sharing {
    private final SharedJobPoller looks;
    private final Subscription seat;
    private final ExecutionState state;
    private final Places places;
    private final SeenElsewhere seen;

    Sharing(EngineRuntime runtime, ExecutionState state, Places places, Runnable wake) {
        this.looks = runtime.shared().looks();
        this.seat = looks.join(wake);
        this.state = state;
        this.places = places;
        this.seen = new SeenElsewhere(
                state, runtime.settings().limits(), runtime.settings().timing().loadMaxAge());
    }

    /** Access to AWS whose looks at jobs are shared. */
    AwsConnections through(AwsConnections connections, InstantSource clock) {
        return connections.with(access -> access.withDrs((target, drs) -> places.of(target)
                .map(known -> (DrsGateway) new SharedDrs(drs, looks, seat, known, clock))
                .orElse(drs)));
    }

    /** What other executions saw of this one's jobs since the last time. */
    List<ExecutionEvent> news(Instant now, Set<String> underway) {
        List<ExecutionEvent> events = new ArrayList<>();
        for (JobPoll look : seat.take()) {
            if (look.began().isAfter(now)) {
                continue; // by a clock that disagrees with ours, so nobody can tell which is newer
            }
            for (Target target : targets()) {
                if (places.lookUp(target).filter(look.place()::equals).isPresent()) {
                    events.addAll(seen.events(look, target, now, underway));
                }
            }
        }
        return events;
    }

    /** Until when an effect waits for the look of another execution that is under way. */
    Optional<Instant> heldUntil(Effect effect, Instant now) {
        return PollFreshness.watchedBy(effect).flatMap(target -> places.lookUp(target)
                .flatMap(place -> looks.isLookingUntil(seat, place, PollFreshness.running(state, target), now)));
    }

    /** Says what it wants to be told while it waits. */
    void await() {
        Map<String, Set<String>> jobs = new HashMap<>();
        Set<String> room = new HashSet<>();
        for (Target target : targets()) {
            Set<String> running = PollFreshness.running(state, target);
            places.lookUp(target).ifPresent(place -> {
                if (!running.isEmpty()) {
                    jobs.computeIfAbsent(place, key -> new HashSet<>()).addAll(running);
                }
                if (seen.isWaitingForRoom(target)) {
                    room.add(place);
                }
            });
        }
        seat.wants(state.started().executionId(), jobs, room);
    }

    private Set<Target> targets() {
        return state.identities().stream().map(TargetIdentified::target).collect(Collectors.toSet());
    }

    void leave() {
        looks.leave(seat);
    }
}
