package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectRecovered;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Performs one effect and tells what came of it as events: every call, then the outcome. */
public final class EffectRunner {
    private final AwsConnections connections;
    private final RetryPolicy retries;
    private final EngineTime time;
    private final CallObserver observer;

    public EffectRunner(AwsConnections connections, RetryPolicy retries, EngineTime time, CallObserver observer) {
        this.connections = connections;
        this.retries = retries;
        this.time = time;
        this.observer = observer;
    }

    /**
     * Performs the effect. Safe to be called by several threads at once.
     *
     * @param failuresBefore how often the effect has failed in a row
     * @param leaptBefore what the clock had leapt when it was decided on the effect
     * @param cause number of the event that it is performed because of
     * @return events to journal, in order; never empty
     */
    public List<ExecutionEvent> run(Effect effect, int failuresBefore, Duration leaptBefore, long cause) {
        Instant began = time.instant();
        List<CallRecord> calls = Collections.synchronizedList(new ArrayList<>());
        List<ExecutionEvent> outcome = outcome(effect, failuresBefore, leaptBefore, calls);
        List<ExecutionEvent> events = new ArrayList<>();
        calls.forEach(call -> events.add(made(effect, call, began, cause)));
        events.addAll(outcome);
        return events;
    }

    private List<ExecutionEvent> outcome(
            Effect effect, int failuresBefore, Duration leaptBefore, List<CallRecord> calls) {
        try {
            List<ExecutionEvent> events = new ArrayList<>(effect.perform(connections.open(calls::add)));
            calls.forEach(call -> observer.called(call, Optional.empty()));
            if (failuresBefore > 0) {
                events.add(new EffectRecovered(effect.gate()));
            }
            return events;
        } catch (AwsFailure failure) {
            observe(calls, failure);
            return failed(effect, failuresBefore + 1, failure, leaptBefore);
        }
    }

    /** The last call is the one that failed, unless it failed before it was made. */
    private void observe(List<CallRecord> calls, AwsFailure failure) {
        for (int index = 0; index < calls.size(); index++) {
            CallRecord call = calls.get(index);
            boolean failed = index == calls.size() - 1 && !call.outcome().equals("ok");
            observer.called(call, failed ? Optional.of(failure) : Optional.empty());
        }
    }

    private List<ExecutionEvent> failed(Effect effect, int attempt, AwsFailure failure, Duration leaptBefore) {
        Optional<Instant> retryAt = retryAt(effect, attempt, failure, leaptBefore);
        AwsFailure.Details details = failure.details();
        List<ExecutionEvent> events = new ArrayList<>();
        events.add(new EffectFailed(
                effect.gate(),
                attempt,
                details.operation(),
                details.kind(),
                details.code(),
                details.message(),
                retryAt));
        boolean willWork = retryAt.isPresent() && failure.kind().isRetryable();
        events.addAll(willWork ? effect.deferred(failure) : effect.refused(failure));
        return events;
    }

    /** Time that the machine lost since it was decided on the effect counts against no limit. */
    private Optional<Instant> retryAt(Effect effect, int attempt, AwsFailure failure, Duration leaptBefore) {
        Instant now = time.instant();
        Duration lost = time.leapt().minus(leaptBefore);
        return retries.next(effect, failure, attempt, now.minus(lost)).map(next -> next.plus(lost));
    }

    /** A call lies within its effect, whatever clock its time was read from: the next look counts from it. */
    private CallMade made(Effect effect, CallRecord call, Instant began, long cause) {
        Instant at = time.of(call.at());
        return new CallMade(
                effect.key(),
                call.service(),
                call.operation(),
                call.target(),
                at.isBefore(began) ? began : at,
                Math.max(0, call.duration().toMillis()),
                call.outcome(),
                call.requestId(),
                Optional.of(cause));
    }
}
