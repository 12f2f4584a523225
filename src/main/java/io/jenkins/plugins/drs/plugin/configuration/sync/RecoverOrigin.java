package io.jenkins.plugins.drs.plugin.configuration.sync;

import hudson.model.Run;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;

/** Says whether an administrator allowed the job of a build to recover for real. */
public final class RecoverOrigin {
    private RecoverOrigin() {}

    /** Whether the job is on the list; never for a replayed build or a change request, whose code is in no job or branch. */
    public static boolean mayRecover(Run<?, ?> build) {
        SyncOrigin origin = SyncOrigin.of(build);
        return origin.refusal().isEmpty()
                && DisasterRecoveryConfiguration.get().getRecoverJobs().stream()
                        .anyMatch(job -> job.allows(origin.project(), origin.branch()));
    }
}
