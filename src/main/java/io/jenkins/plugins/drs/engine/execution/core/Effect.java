package io.jenkins.plugins.drs.engine.execution.core;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.state.Causes;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Something to be done in AWS, with the events that stand before and after it in the journal. */
public interface Effect {
    /** Names the effect among all of its execution; the same thing done again has the same key. */
    String key();

    /** Under which name failures are counted and waited for; effects that fail together share one. */
    default String gate() {
        return key();
    }

    /** The call that it begins with, for which it waits until AWS may take it; empty where it must not wait for others. */
    default Optional<PacedCall> call() {
        return Optional.empty();
    }

    /** What it is about, as {@link Causes} names it: the newest event about that is its cause. */
    default Collection<String> about() {
        return List.of(Causes.EXECUTION);
    }

    /** What is journalled before anything is done; empty where doing it twice does no harm. */
    default List<ExecutionEvent> intent() {
        return List.of();
    }

    /**
     * Does it. May run beside other effects, so it must not touch the execution's state.
     *
     * @return what is journalled when it worked
     * @throws AwsFailure when AWS refused or did not answer
     */
    List<ExecutionEvent> perform(AwsAccess aws);

    /** What is journalled when it failed for good, or was refused and is tried again all the same. */
    List<ExecutionEvent> refused(AwsFailure failure);

    /** What is journalled when it failed and will be tried again. */
    default List<ExecutionEvent> deferred(AwsFailure failure) {
        return List.of();
    }

    /** When trying again ends after such a failure; empty means it is tried for as long as it is due. */
    default Optional<Instant> deadline(FailureKind kind) {
        return Optional.empty();
    }

    /** How often it is tried at the most. */
    default int attempts() {
        return Integer.MAX_VALUE;
    }

    /** Whether even a refusal is tried again, because the execution cannot do without the answer. */
    default boolean isPersistent() {
        return false;
    }
}
