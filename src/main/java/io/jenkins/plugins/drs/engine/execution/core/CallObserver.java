package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.CallRecord;
import java.util.Optional;

/** Hears of every call of an effect, on the thread that made it. */
@FunctionalInterface
public interface CallObserver {
    /** @param failure with which the effect failed at this call; empty when the call was answered well */
    void called(CallRecord call, Optional<AwsFailure> failure);
}
