package io.jenkins.plugins.drs.engine.execution.shared;

import io.jenkins.plugins.drs.engine.aws.DrsGateway;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.JobLogEntry;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.LaunchConfiguration;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.LaunchConfigurationChange;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoverySnapshot;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Elastic Disaster Recovery, with looks at jobs that all executions of a host share. Looks at servers and instances are
 * each execution's own: no two drills have the same, and a check of permissions must be made by whoever has them.
 *
 * @param place account and Region
 */
public record SharedDrs(DrsGateway real, SharedJobPoller looks, Subscription seat, String place, InstantSource clock)
        implements DrsGateway {
    /** A job that was begun before is not running any more, as far as anybody counts. */
    private static final Duration ALL = Duration.ofDays(1);

    @Override
    public List<RecoveryJob> jobs(Collection<String> jobIds) {
        return real.jobs(jobIds);
    }

    @Override
    public List<RecoveryJob> jobsAndRecent(Collection<String> jobIds, Duration span) {
        return looks.look(seat, place, clock.instant(), Set.copyOf(jobIds), jobs -> real.jobsAndRecent(jobs, span));
    }

    @Override
    public List<RecoveryJob> jobsSince(Instant from) {
        Instant began = clock.instant();
        return told(began, real.jobsSince(from), !from.isAfter(began.minus(ALL)));
    }

    @Override
    public List<RecoveryJob> recentJobs(Duration span) {
        return told(clock.instant(), real.recentJobs(span), span.compareTo(ALL) >= 0);
    }

    private List<RecoveryJob> told(Instant began, List<RecoveryJob> jobs, boolean all) {
        if (all) {
            looks.tellAll(seat, place, began, jobs);
        }
        return jobs;
    }

    @Override
    public List<SourceServer> sourceServers() {
        return real.sourceServers();
    }

    @Override
    public List<JobLogEntry> jobLog(String jobId) {
        return real.jobLog(jobId);
    }

    @Override
    public List<RecoveryInstance> recoveryInstances(Collection<String> sourceServerIds) {
        return real.recoveryInstances(sourceServerIds);
    }

    @Override
    public List<RecoverySnapshot> snapshots(String sourceServerId, Instant from) {
        return real.snapshots(sourceServerId, from);
    }

    @Override
    public RecoveryJob startRecovery(List<String> sourceServerIds, boolean drill, Map<String, String> tags) {
        return real.startRecovery(sourceServerIds, drill, tags);
    }

    @Override
    public RecoveryJob terminate(List<String> recoveryInstanceIds) {
        return real.terminate(recoveryInstanceIds);
    }

    @Override
    public LaunchConfiguration launchConfiguration(String sourceServerId) {
        return real.launchConfiguration(sourceServerId);
    }

    @Override
    public void updateLaunchConfiguration(String sourceServerId, LaunchConfigurationChange change) {
        real.updateLaunchConfiguration(sourceServerId, change);
    }
}
