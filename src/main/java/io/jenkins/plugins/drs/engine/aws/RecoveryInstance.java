package io.jenkins.plugins.drs.engine.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * An instance that DRS launched.
 *
 * @param recoveryInstanceId id that DRS knows it by
 * @param ec2State upper case: {@code PENDING}, {@code RUNNING}, {@code STOPPING}, {@code STOPPED},
 *     {@code SHUTTING-DOWN}, {@code TERMINATED} or {@code NOT_FOUND}
 * @param drill false when it came from a real recovery
 * @param pointInTime {@code pointInTimeSnapshotDateTime}: what its data is as of
 */
public record RecoveryInstance(
        String recoveryInstanceId,
        String sourceServerId,
        String ec2InstanceId,
        String ec2State,
        String jobId,
        boolean drill,
        Optional<Instant> pointInTime) {}
