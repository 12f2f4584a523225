package io.jenkins.plugins.drs.plugin.run;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;

/** Jenkins is shutting down: nothing began, and what asked for it is asked again by the next start. */
public final class HostEndedException extends IOException {
    private static final long serialVersionUID = 1L;

    HostEndedException() {
        super(Messages.host_ended());
    }

    /** Does what needs threads of the host. What began before they ended is in its journal, and the next start takes it up. */
    static void unlessEnded(Runnable work) throws HostEndedException {
        try {
            work.run();
        } catch (RejectedExecutionException e) {
            throw new HostEndedException();
        }
    }
}
