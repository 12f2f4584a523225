package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.aws.AwsConnections;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectRecovered;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Performs one effect and tells what came of it as events: every call, then the outcome. */
public final class EffectRunner {
    private final AwsConnections connections;
    private final RetryPolicy retries;
    private final InstantSource clock;
    private final CallObserver observer;

    public EffectRunner(AwsConnections connections, RetryPolicy retries, InstantSource clock, CallObserver observer) {
        this.connections = connections;
        this.retries = retries;
        this.clock = clock;
        this.observer = observer;
    }

    /**
     * Performs the effect. Safe to be called by several threads at once.
     *
     * @param failuresBefore how often the effect has failed in a row
     * @return events to journal, in order; never empty
     */
    public List<ExecutionEvent> run(Effect effect, int failuresBefore) {
        List<CallRecord> calls = Collections.synchronizedList(new ArrayList<>());
        List<ExecutionEvent> outcome = outcome(effect, failuresBefore, calls);
        List<ExecutionEvent> events = new ArrayList<>();
        calls.forEach(call -> events.add(made(effect, call)));
        events.addAll(outcome);
        return events;
    }

    private List<ExecutionEvent> outcome(Effect effect, int failuresBefore, List<CallRecord> calls) {
        try {
            List<ExecutionEvent> events = new ArrayList<>(effect.perform(connections.open(calls::add)));
            calls.forEach(call -> observer.called(call, Optional.empty()));
            if (failuresBefore > 0) {
                events.add(new EffectRecovered(effect.gate()));
            }
            return events;
        } catch (AwsFailure failure) {
            observe(calls, failure);
            return failed(effect, failuresBefore + 1, failure);
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

    private List<ExecutionEvent> failed(Effect effect, int attempt, AwsFailure failure) {
        Optional<Instant> retryAt = retries.next(effect, failure, attempt, clock.instant());
        AwsFailure.Details details = failure.details();
        List<ExecutionEvent> events = new ArrayList<>();
        events.add(new EffectFailed(
                effect.gate(),
                attempt,
                details.operation(),
                details.kind().name(),
                details.code(),
                details.message(),
                retryAt));
        boolean willWork = retryAt.isPresent() && failure.kind().isRetryable();
        events.addAll(willWork ? effect.deferred(failure) : effect.refused(failure));
        return events;
    }

    private static CallMade made(Effect effect, CallRecord call) {
        return new CallMade(
                effect.key(),
                call.service(),
                call.operation(),
                call.target(),
                call.at(),
                call.duration().toMillis(),
                call.outcome(),
                call.requestId());
    }
}
