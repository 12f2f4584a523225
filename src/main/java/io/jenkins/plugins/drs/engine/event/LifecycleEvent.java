package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.time.Instant;
import java.util.Set;

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
            implements LifecycleEvent {
        public ExecutionStarted {
            Needed.text(executionId, "executionId");
            Needed.value(mode, "mode");
            Needed.value(planName, "planName");
            Needed.value(configuration, "configuration");
            Needed.value(configurationHash, "configurationHash");
            Needed.value(options, "options");
            Needed.value(origin, "origin");
        }
    }

    /** The engine was started again on this journal. */
    record ExecutionResumed(Origin origin) implements LifecycleEvent {
        public ExecutionResumed {
            Needed.value(origin, "origin");
        }
    }

    /**
     * The engine was called much later than it had asked for, because its machine was suspended or too busy.
     *
     * @param due when it had asked to be called
     */
    record EngineDelayed(Instant due) implements LifecycleEvent {
        public EngineDelayed {
            Needed.value(due, "due");
        }
    }

    /** Types of events that hold nothing but what AWS said; what became of a call whose answer they are is looked up. */
    Set<String> TOLD_AGAIN = Set.of(
            "TargetIdentified",
            "LaunchAccepted",
            "JobObserved",
            "JobsSeen",
            "JobLogCollected",
            "LoadObserved",
            "InstanceFound",
            "InstanceObserved",
            "SnapshotFound",
            "ActionStarted",
            "ActionObserved",
            "TerminationAccepted",
            "LeftoverFound",
            "RemainsObserved",
            "CallMade",
            "EffectFailed");

    /**
     * Stands for a line of the journal that a version before this one should not have written: its chain is whole, but what
     * it says cannot be read. Never written itself.
     *
     * @param type that the line names
     * @param problem with what it says, as a sentence
     */
    record LineUnreadable(String type, String problem) implements LifecycleEvent {
        public LineUnreadable {
            Needed.value(type, "type");
            Needed.value(problem, "problem");
        }

        /** Whether the line told of something that AWS tells again, so that an engine may go on without it. */
        public boolean isToldAgain() {
            return TOLD_AGAIN.contains(type);
        }
    }

    /** Preflight is over and nothing stands in the way: waves may start. */
    record WavesBegun() implements LifecycleEvent {}

    /** Somebody asked to cancel: stop what can be stopped, then clean up. */
    record CancelRequested(String by, String reason) implements LifecycleEvent {
        public CancelRequested {
            Needed.value(by, "by");
            Needed.value(reason, "reason");
        }
    }

    /** Somebody asked to end at once and leave AWS as it is. */
    record StopRequested(String by) implements LifecycleEvent {
        public StopRequested {
            Needed.value(by, "by");
        }
    }

    /** The last event. {@code reason} is one sentence for people; empty when all is well. */
    record ExecutionFinished(ExecutionStatus status, String reason) implements LifecycleEvent {
        public ExecutionFinished {
            Needed.value(status, "status");
            Needed.value(reason, "reason");
        }
    }
}
