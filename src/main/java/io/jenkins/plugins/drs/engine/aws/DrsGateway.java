package io.jenkins.plugins.drs.engine.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Elastic Disaster Recovery in one account and Region. Every list is complete: pages are followed. */
public interface DrsGateway {
    /** Every source server, in the order of AWS; {@code DescribeSourceServers} cannot filter by tag. */
    List<SourceServer> sourceServers();

    /** Jobs by id; an id that AWS does not know is left out. Empty ids give an empty list without a call. */
    List<RecoveryJob> jobs(Collection<String> jobIds);

    /** Jobs created at or after {@code from}, newest first. */
    List<RecoveryJob> jobsSince(Instant from);

    /**
     * Jobs created within {@code span} before the newest one of all, newest first. Asks by no date, so that it sees the
     * jobs that run however wrong the clock of this machine is.
     */
    List<RecoveryJob> recentJobs(Duration span);

    /** Jobs by id, and all that {@link #recentJobs} tells of; without a second call where those are among them. */
    List<RecoveryJob> jobsAndRecent(Collection<String> jobIds, Duration span);

    /** The log of a job, oldest first. */
    List<JobLogEntry> jobLog(String jobId);

    /** Every recovery instance of these source servers; of all servers when {@code sourceServerIds} is empty. */
    List<RecoveryInstance> recoveryInstances(Collection<String> sourceServerIds);

    /** The points in time that one server can be recovered to, newest first, not older than {@code from}. */
    List<RecoverySnapshot> snapshots(String sourceServerId, Instant from);

    /**
     * Starts a job that launches these servers at their latest point in time. Has no client token: a second call
     * launches again.
     *
     * @param sourceServerIds 1 to 100 ids (quota "servers in one job")
     * @param tags tags of the job, by which it can be found again
     */
    RecoveryJob startRecovery(List<String> sourceServerIds, boolean drill, Map<String, String> tags);

    /** Starts a job that terminates these recovery instances. */
    RecoveryJob terminate(List<String> recoveryInstanceIds);

    LaunchConfiguration launchConfiguration(String sourceServerId);

    /** Writes the fields of {@code change} that are present. */
    void updateLaunchConfiguration(String sourceServerId, LaunchConfigurationChange change);
}
