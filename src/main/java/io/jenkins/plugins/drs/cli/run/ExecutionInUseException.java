package io.jenkins.plugins.drs.cli.run;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** Another process on this machine runs the same execution, perhaps on a copy of its journal. */
public final class ExecutionInUseException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    ExecutionInUseException(String executionId, Path folder, String where) {
        super("Execution " + executionId + " of " + folder + " is run by another process already, " + where
                + ". Wait for it to end; two processes would launch its servers twice.");
    }
}
