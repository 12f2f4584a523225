package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.CallEvent.CallMade;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectRecovered;
import io.jenkins.plugins.drs.engine.result.AuditSummary.CallFailure;
import io.jenkins.plugins.drs.engine.result.AuditSummary.Calls;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts calls and failures. */
final class CallFold {
    private final Map<String, Calls> calls = new TreeMap<>();
    private final Map<String, CallFailure> failures = new TreeMap<>();
    private final Map<String, String> failing = new HashMap<>();

    CallFold(Handlers handlers) {
        handlers.on(CallMade.class, (at, event) -> count(event));
        handlers.on(EffectFailed.class, (at, event) -> fail(event));
        handlers.on(EffectRecovered.class, (at, event) -> recover(event));
    }

    private void count(CallMade event) {
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

    List<CallFailure> failures() {
        return List.copyOf(failures.values());
    }
}
