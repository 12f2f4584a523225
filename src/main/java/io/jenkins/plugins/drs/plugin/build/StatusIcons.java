package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.term.ExecutionStatus;

/** Jenkins' own symbols for how an execution stands. */
public final class StatusIcons {
    private StatusIcons() {}

    public static String of(ExecutionStatus status) {
        return "symbol-status-"
                + switch (status) {
                    case COMPLETED -> "blue";
                    case PARTIAL -> "yellow";
                    case FAILED -> "red";
                    case CANCELLED -> "aborted";
                    case PENDING, RUNNING -> "blue-anime";
                    case PAUSED -> "yellow-anime";
                };
    }
}
