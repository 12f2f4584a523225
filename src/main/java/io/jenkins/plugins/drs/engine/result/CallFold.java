package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectRecovered;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.result.AuditSummary.CallFailure;
import io.jenkins.plugins.drs.engine.result.AuditSummary.Calls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Counts calls and failures. */
final class CallFold {
    private final Map<String, Calls> calls = new TreeMap<>();
    private final Map<String, CallFailure> failures = new TreeMap<>();
    private final Map<String, String> failing = new HashMap<>();
    private final List<Made> trail = new ArrayList<>();

    private record Made(long number, CallMade call) {}

    CallFold(Handlers handlers) {
        handlers.onRecorded(CallMade.class, (recorded, event) -> count(recorded.sequence(), event));
        handlers.on(EffectFailed.class, (at, event) -> fail(event));
        handlers.on(EffectRecovered.class, (at, event) -> recover(event));
    }

    private void count(long number, CallMade event) {
        trail.add(new Made(number, event));
        boolean failed = !event.outcome().equals("ok");
        boolean throttled = failed && isThrottle(event.outcome());
        Calls call =
                new Calls(event.service(), event.operation(), 1, failed ? 1 : 0, throttled ? 1 : 0, event.millis());
        calls.merge(event.service() + ":" + event.operation(), call, CallFold::sum);
    }

    private static boolean isThrottle(String code) {
        return code.contains("Throttl") || code.contains("TooManyRequests") || code.contains("RequestLimitExceeded");
    }

    private static Calls sum(Calls one, Calls other) {
        return new Calls(
                one.service(),
                one.operation(),
                one.count() + other.count(),
                one.failed() + other.failed(),
                one.throttled() + other.throttled(),
                one.totalMillis() + other.totalMillis());
    }

    private void fail(EffectFailed event) {
        String key = event.operation() + " " + event.code();
        long retried = event.retryAt().isPresent() ? 1 : 0;
        CallFailure failure =
                new CallFailure(event.operation(), event.kind(), event.code(), event.message(), 1, retried, 0);
        failures.merge(key, failure, CallFold::sum);
        failing.put(event.effect(), key);
    }

    private void recover(EffectRecovered event) {
        String key = failing.remove(event.effect());
        if (key != null) {
            CallFailure known = failures.get(key);
            failures.put(
                    key,
                    sum(
                            known,
                            new CallFailure(known.operation(), known.kind(), known.code(), known.message(), 0, 0, 1)));
        }
    }

    private static CallFailure sum(CallFailure one, CallFailure other) {
        return new CallFailure(
                one.operation(),
                one.kind(),
                one.code(),
                other.message(),
                one.times() + other.times(),
                one.retried() + other.retried(),
                one.recovered() + other.recovered());
    }

    /** Calls in the order of service and operation. */
    Collection<Calls> calls() {
        return calls.values();
    }

    /** Every call, in the order of the journal. */
    List<AuditSummary.Call> trail(UnaryOperator<Target> places) {
        return trail.stream().map(made -> call(made, places)).toList();
    }

    private static AuditSummary.Call call(Made made, UnaryOperator<Target> places) {
        CallMade call = made.call();
        return new AuditSummary.Call(
                made.number(),
                call.cause(),
                call.effect(),
                new AuditSummary.Subject(call.service(), call.operation(), places.apply(call.target())),
                call.at(),
                call.millis(),
                call.outcome(),
                call.requestId());
    }

    List<CallFailure> failures() {
        return List.copyOf(failures.values());
    }
}
