package io.jenkins.plugins.drs.engine.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /**
     * One line of a job's log.
     *
     * @param event such as {@code SNAPSHOT_START}
     * @param sourceServerId the server that it is about, if about one
     * @param rawError what went wrong, in the words of AWS
     */
    record JobLogEntry(Instant at, String event, Optional<String> sourceServerId, Optional<String> rawError) {}

    /**
     * The launch configuration of a source server as it is in DRS.
     *
     * @param disposition {@code STARTED} or {@code STOPPED}
     * @param rightSizing {@code NONE}, {@code BASIC} or {@code IN_AWS}
     * @param launchTemplateId EC2 launch template that holds instance type and network; empty when there is none yet
     */
    record LaunchConfiguration(
            String disposition,
            String rightSizing,
            boolean copyPrivateIp,
            boolean copyTags,
            Optional<Boolean> osByol,
            Optional<String> launchTemplateId) {}

    /** Fields of a launch configuration to write; an empty one stays as it is. */
    record LaunchConfigurationChange(
            Optional<String> disposition,
            Optional<String> rightSizing,
            Optional<Boolean> copyPrivateIp,
            Optional<Boolean> copyTags,
            Optional<Boolean> osByol) {

        public boolean isEmpty() {
            return disposition.isEmpty()
                    && rightSizing.isEmpty()
                    && copyPrivateIp.isEmpty()
                    && copyTags.isEmpty()
                    && osByol.isEmpty();
        }
    }

    /**
     * A point in time that a server can be recovered to.
     *
     * @param snapshotId {@code pit-…}
     * @param expected when it was due
     * @param taken when it was taken; empty while it is not
     */
    record RecoverySnapshot(String snapshotId, Instant expected, Optional<Instant> taken) {}

    /**
     * An instance that DRS launched.
     *
     * @param recoveryInstanceId id that DRS knows it by
     * @param ec2State upper case: {@code PENDING}, {@code RUNNING}, {@code STOPPING}, {@code STOPPED},
     *     {@code SHUTTING-DOWN}, {@code TERMINATED} or {@code NOT_FOUND}
     * @param drill false when it came from a real recovery
     * @param pointInTime {@code pointInTimeSnapshotDateTime}: what its data is as of
     */
    record RecoveryInstance(
            String recoveryInstanceId,
            String sourceServerId,
            String ec2InstanceId,
            String ec2State,
            String jobId,
            boolean drill,
            Optional<Instant> pointInTime) {}
}
