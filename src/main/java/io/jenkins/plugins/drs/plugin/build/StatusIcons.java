package io.jenkins.plugins.drs.plugin.build;

import io.jenkins.plugins.drs.engine.result.Verdict;

/** Jenkins' own symbols for how an execution stands. */
public final class StatusIcons {
    private StatusIcons() {}

    public static String of(Verdict.Status status) {
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
