package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.execution.pace.CallPacer;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets effects begin as the rates of AWS and the looks of other executions allow, and learns from their calls. Nothing of it is journalled. */
final class Pacing {
    private final CallPacer pacer;
    private final Sharing sharing;
    private final Places places;
    private final InstantSource clock;

    Pacing(CallPacer pacer, Sharing sharing, Places places, InstantSource clock) {
        this.pacer = pacer;
        this.sharing = sharing;
        this.places = places;
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
            Optional<Instant> elsewhere = sharing.heldUntil(effect, now);
            Optional<Instant> later = elsewhere.or(() -> call.flatMap(paced -> admit(paced, now)));
            if (later.isEmpty()) {
                admitted.add(effect);
                continue;
            }
            if (elsewhere.isEmpty()) {
                full.add(call.orElseThrow());
            }
            heldUntil = heldUntil == null || later.get().isBefore(heldUntil) ? later.get() : heldUntil;
        }
        return new Admitted(admitted, Optional.ofNullable(heldUntil));
    }

    private Optional<Instant> admit(PacedCall call, Instant now) {
        places.lookUp(call.target());
        return pacer.admit(place(call.target()), call.operation(), now);
    }

    private String place(Target target) {
        return places.of(target).orElseGet(target::key);
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
