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

    public EffectRunner(AwsConnections connections, RetryPolicy retries, EngineTime time) {
        this.connections = connections;
        this.retries = retries;
        this.time = time;
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
        Duration leaptBefore = time.leapt();
        try {
            List<ExecutionEvent> events = new ArrayList<>(effect.perform(connections.open(calls::add)));
            if (failuresBefore > 0) {
                events.add(new EffectRecovered(effect.gate()));
            }
            return events;
        } catch (AwsFailure failure) {
            return failed(effect, failuresBefore + 1, failure, leaptBefore);
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
                details.kind().name(),
                details.code(),
                details.message(),
                retryAt));
        boolean willWork = retryAt.isPresent() && failure.kind().isRetryable();
        events.addAll(willWork ? effect.deferred(failure) : effect.refused(failure));
        return events;
    }

    /** Time that the machine lost during the call counts against no limit. */
    private Optional<Instant> retryAt(Effect effect, int attempt, AwsFailure failure, Duration leaptBefore) {
        Instant now = time.instant();
        Duration lost = time.leapt().minus(leaptBefore);
        return retries.next(effect, failure, attempt, now.minus(lost)).map(next -> next.plus(lost));
    }

    private CallMade made(Effect effect, CallRecord call) {
        return new CallMade(
                effect.key(),
                call.service(),
                call.operation(),
                call.target(),
                time.of(call.at()),
                Math.max(0, call.duration().toMillis()),
                call.outcome(),
                call.requestId());
    }
}
