package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.JobLogEntry;
import io.jenkins.plugins.drs.engine.aws.LaunchConfiguration;
import io.jenkins.plugins.drs.engine.aws.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.RecoverySnapshot;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.drs.model.DataReplicationError;
import software.amazon.awssdk.services.drs.model.DataReplicationInfo;
import software.amazon.awssdk.services.drs.model.GetLaunchConfigurationResponse;
import software.amazon.awssdk.services.drs.model.IdentificationHints;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.JobLog;
import software.amazon.awssdk.services.drs.model.JobLogEventData;
import software.amazon.awssdk.services.drs.model.Licensing;
import software.amazon.awssdk.services.drs.model.ParticipatingServer;
import software.amazon.awssdk.services.drs.model.SourceProperties;

/** Answers of DRS in the engine's words. Its model requires hardly any field, so all may be missing. */
final class DrsAnswers {
    private DrsAnswers() {}

    static SourceServer sourceServer(software.amazon.awssdk.services.drs.model.SourceServer server) {
        var replication = Optional.ofNullable(server.dataReplicationInfo());
        return new SourceServer(
                server.sourceServerID(),
                hostname(server.sourceProperties()),
                server.tags(),
                replication
                        .map(DataReplicationInfo::dataReplicationStateAsString)
                        .orElse("UNKNOWN"),
                replication.map(DataReplicationInfo::lagDuration).map(WireTime::duration),
                replication.map(DataReplicationInfo::dataReplicationError).map(DataReplicationError::errorAsString));
    }

    private static String hostname(SourceProperties properties) {
        var hints = Optional.ofNullable(properties).map(SourceProperties::identificationHints);
        return hints.map(IdentificationHints::hostname)
                .or(() -> hints.map(IdentificationHints::fqdn))
                .orElse("");
    }

    static RecoveryJob job(Job job) {
        return new RecoveryJob(
                job.jobID(),
                text(job.typeAsString()),
                text(job.initiatedByAsString()),
                Objects.requireNonNullElse(job.statusAsString(), "PENDING"),
                WireTime.instant(job.creationDateTime()).orElse(Instant.EPOCH),
                WireTime.instant(job.endDateTime()),
                job.participatingServers().stream().map(DrsAnswers::server).toList(),
                job.tags());
    }

    private static RecoveryJob.ParticipatingServer server(ParticipatingServer server) {
        return new RecoveryJob.ParticipatingServer(
                text(server.sourceServerID()),
                Objects.requireNonNullElse(server.launchStatusAsString(), "PENDING"),
                Optional.ofNullable(server.recoveryInstanceID()));
    }

    static JobLogEntry logEntry(JobLog line) {
        var data = Optional.ofNullable(line.eventData());
        return new JobLogEntry(
                WireTime.instant(line.logDateTime()).orElse(Instant.EPOCH),
                text(line.eventAsString()),
                data.map(JobLogEventData::sourceServerID),
                data.map(JobLogEventData::rawError));
    }

    /** An instance that is not said to come from a drill counts as real, so that it is never taken down by mistake. */
    static RecoveryInstance instance(software.amazon.awssdk.services.drs.model.RecoveryInstance instance) {
        return new RecoveryInstance(
                instance.recoveryInstanceID(),
                text(instance.sourceServerID()),
                text(instance.ec2InstanceID()),
                Objects.requireNonNullElse(instance.ec2InstanceStateAsString(), "PENDING"),
                text(instance.jobID()),
                Boolean.TRUE.equals(instance.isDrill()),
                WireTime.instant(instance.pointInTimeSnapshotDateTime()));
    }

    static RecoverySnapshot snapshot(software.amazon.awssdk.services.drs.model.RecoverySnapshot snapshot) {
        return new RecoverySnapshot(
                snapshot.snapshotID(),
                WireTime.instant(snapshot.expectedTimestamp()).orElse(Instant.EPOCH),
                WireTime.instant(snapshot.timestamp()));
    }

    static LaunchConfiguration launchConfiguration(GetLaunchConfigurationResponse answer) {
        return new LaunchConfiguration(
                text(answer.launchDispositionAsString()),
                text(answer.targetInstanceTypeRightSizingMethodAsString()),
                Boolean.TRUE.equals(answer.copyPrivateIp()),
                Boolean.TRUE.equals(answer.copyTags()),
                Optional.ofNullable(answer.licensing()).map(Licensing::osByol),
                Optional.ofNullable(answer.ec2LaunchTemplateID()).filter(id -> !id.isBlank()));
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
