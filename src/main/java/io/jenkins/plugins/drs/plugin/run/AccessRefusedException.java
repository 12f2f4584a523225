package io.jenkins.plugins.drs.plugin.run;

import hudson.AbortException;
import io.jenkins.plugins.drs.engine.plan.Shown;

/** There are no credentials to work with. The message tells what to change and ends up in the console. */
public final class AccessRefusedException extends AbortException {
    private static final long serialVersionUID = 1L;

    AccessRefusedException(String message) {
        super(Shown.line(message));
    }
}
