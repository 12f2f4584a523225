package io.jenkins.plugins.drs.plugin.configuration.sync;

import hudson.model.Cause;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import java.util.Optional;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;

/**
 * Where a build comes from, as Jenkins knows it: code of a pipeline can set variables and parameters, but neither the
 * place of its job nor the branch that Jenkins found.
 *
 * @param project full name of the job, or of the multibranch project that it is in
 * @param branch of a multibranch project; empty for other jobs
 * @param refusal why the build may not apply anything whatever the settings are; empty when it may
 */
public record SyncOrigin(String project, Optional<String> branch, Optional<String> refusal) {
    private static final String REPLAY = "org.jenkinsci.plugins.workflow.cps.replay.ReplayCause";

    /** Where that build comes from. */
    public static SyncOrigin of(Run<?, ?> build) {
        Job<?, ?> job = build.getParent();
        String name = job.getFullName();
        SCMHead head = SCMHead.HeadByItem.findHead(job);
        String project = head == null ? name : name.substring(0, Math.max(0, name.lastIndexOf('/')));
        Optional<String> refusal = Optional.empty();
        if (head instanceof ChangeRequestSCMHead) {
            refusal = Optional.of(Messages.origin_changeRequest(head.getName()));
        } else if (build.getCauses().stream().anyMatch(SyncOrigin::isReplay)) {
            refusal = Optional.of(Messages.origin_replay());
        }
        return new SyncOrigin(project, Optional.ofNullable(head).map(SCMHead::getName), refusal);
    }

    /** A replayed build runs code that is in no repository. */
    private static boolean isReplay(Cause cause) {
        return cause.getClass().getName().equals(REPLAY);
    }

    /** Why the build may not apply what it syncs; empty when it may. */
    public Optional<String> whyNot() {
        if (refusal.isPresent()) {
            return refusal;
        }
        boolean allowed = DisasterRecoveryConfiguration.get().getSyncJobs().stream()
                .anyMatch(known -> known.allows(project, branch));
        if (allowed) {
            return Optional.empty();
        }
        return Optional.of(branch.map(name -> Messages.origin_branch(name, project))
                .orElseGet(() -> Messages.origin_job(project)));
    }

    /** Tells sources apart: branches of one project have the same. */
    public String source(String file) {
        return SyncSources.of(project, file);
    }
}
