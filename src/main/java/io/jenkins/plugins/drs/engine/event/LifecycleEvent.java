package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.time.Instant;

/** What befalls an execution as a whole. */
public sealed interface LifecycleEvent extends ExecutionEvent {

    /**
     * The first event.
     *
     * @param configuration the plan with just the groups and accounts that it uses, as it was when the execution began
     * @param configurationHash SHA-256 of the plan's canonical document, in hexadecimal
     */
    record ExecutionStarted(
            String executionId,
            Mode mode,
            String planName,
            DrConfiguration configuration,
            String configurationHash,
            RunOptions options,
            Origin origin)
            implements LifecycleEvent {}

    /** The engine was started again on this journal. */
    record ExecutionResumed(Origin origin) implements LifecycleEvent {}

    /**
     * The engine was called much later than it had asked for, because its machine was suspended or too busy.
     *
     * @param due when it had asked to be called
     */
    record EngineDelayed(Instant due) implements LifecycleEvent {}

    /** Preflight is over and nothing stands in the way: waves may start. */
    record WavesBegun() implements LifecycleEvent {}

    /** Somebody asked to cancel: stop what can be stopped, then clean up. */
    record CancelRequested(String by, String reason) implements LifecycleEvent {}

    /** Somebody asked to end at once and leave AWS as it is. */
    record StopRequested(String by) implements LifecycleEvent {}

    /** The last event. {@code reason} is one sentence for people; empty when all is well. */
    record ExecutionFinished(ExecutionStatus status, String reason) implements LifecycleEvent {}
}
