package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.aws.FailureKind;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.execution.pace.CallPacer;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets effects begin as the rates of AWS allow, and learns from their calls. Nothing of it is journalled. */
final class Pacing {
    private final CallPacer pacer;
    private final ExecutionState state;
    private final InstantSource clock;
    /** Accounts of targets, for the threads that make calls. */
    private final Map<Target, String> places = new ConcurrentHashMap<>();

    Pacing(CallPacer pacer, ExecutionState state, InstantSource clock) {
        this.pacer = pacer;
        this.state = state;
        this.clock = clock;
    }

    /**
     * What may begin now.
     *
     * @param heldUntil when to ask again for the rest; empty when there is none
     */
    record Admitted(List<Effect> effects, Optional<Instant> heldUntil) {
        /** The earlier one of the time at which something is due and that at which something is admitted. */
        Optional<Instant> orEarlier(Optional<Instant> due) {
            return heldUntil
                    .filter(held -> due.isEmpty() || held.isBefore(due.get()))
                    .or(() -> due);
        }
    }

    Admitted admit(List<Effect> effects) {
        Instant now = clock.instant();
        List<Effect> admitted = new ArrayList<>();
        Set<PacedCall> full = new HashSet<>();
        Instant heldUntil = null;
        for (Effect effect : effects) {
            Optional<PacedCall> call = effect.call();
            if (call.filter(full::contains).isPresent()) {
                continue;
            }
            Optional<Instant> later =
                    call.flatMap(paced -> pacer.admit(remembered(paced.target()), paced.operation(), now));
            if (later.isEmpty()) {
                admitted.add(effect);
            } else {
                full.add(call.orElseThrow());
                heldUntil = heldUntil == null || later.get().isBefore(heldUntil) ? later.get() : heldUntil;
            }
        }
        return new Admitted(admitted, Optional.ofNullable(heldUntil));
    }

    private String remembered(Target target) {
        state.accountOf(target).ifPresent(account -> places.put(target, account + "/" + target.region()));
        return place(target);
    }

    private String place(Target target) {
        return places.getOrDefault(target, target.key());
    }

    /** Learns from a call; called on the thread that made it. */
    void called(CallRecord call, Optional<AwsFailure> failure) {
        String operation = call.service() + ":" + call.operation();
        boolean throttled =
                failure.filter(one -> one.kind() == FailureKind.THROTTLED).isPresent();
        if (throttled) {
            pacer.throttled(
                    place(call.target()), operation, failure.get().details().retryAfter(), clock.instant());
        } else {
            pacer.answered(place(call.target()), operation, clock.instant());
        }
    }
}
