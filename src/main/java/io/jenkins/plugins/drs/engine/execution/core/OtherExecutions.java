package io.jenkins.plugins.drs.engine.execution.core;

import java.util.Optional;
import java.util.Set;

/** What the host knows of executions besides its own. Their instances are left alone while they run. */
@FunctionalInterface
public interface OtherExecutions {
    /** For hosts that know of none. */
    OtherExecutions UNKNOWN = executionId -> Known.NOTHING;

    /**
     * Returns what is known of an execution.
     *
     * @param executionId as a tag in AWS names it, so it may be any text
     */
    Known find(String executionId);

    /**
     * Claims servers for an execution for as long as it runs: all of them, or none where another running execution has
     * one.
     *
     * @return who has one of them; empty when all are claimed, or the host keeps no claims
     */
    default Optional<Holder> claim(String executionId, Set<String> sourceServerIds) {
        return Optional.empty();
    }

    /** Whether an execution is known to be running now; false when it ended or crashed, or nothing is known of it. */
    default boolean isRunning(String executionId) {
        return find(executionId).stage() == Stage.RUNNING;
    }

    /** How far an execution has come, by the records of the host. */
    enum Stage {
        RUNNING,
        /** Its process died before its end, and nobody has resumed it. */
        INTERRUPTED,
        ENDED,
        /** The host has no record of it: it may run on another machine. */
        UNKNOWN
    }

    /**
     * An execution that has servers which another one wants.
     *
     * @param servers those of the wanted ones that it has
     * @param waits whether to wait until it has ended, rather than to fail
     */
    record Holder(String executionId, String where, Set<String> servers, boolean waits) {
        public Holder {
            servers = Set.copyOf(servers);
        }
    }

    /**
     * What the host knows of one execution.
     *
     * @param where it runs or ran, as the end of a sentence such as "in build shop#12"; empty when unknown, or not for
     *     everybody to see
     */
    record Known(Stage stage, String where) {
        public static final Known NOTHING = new Known(Stage.UNKNOWN, "");
    }
}
