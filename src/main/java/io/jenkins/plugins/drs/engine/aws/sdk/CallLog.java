package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.CallListener;
import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tells {@code listener} of the calls that are made for one target. */
record CallLog(Target target, CallListener listener, InstantSource clock) {
    Instant now() {
        return clock.instant();
    }

    void record(String service, String operation, Instant began, String outcome, Optional<String> requestId) {
        listener.called(
                new CallRecord(service, operation, target, began, Duration.between(began, now()), outcome, requestId));
    }
}
