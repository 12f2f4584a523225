package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.DrsGateway.JobLogEntry;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.LaunchConfiguration;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoveryInstance;
import io.jenkins.plugins.drs.engine.aws.DrsGateway.RecoverySnapshot;
import io.jenkins.plugins.drs.engine.aws.RecoveryJob;
import io.jenkins.plugins.drs.engine.aws.SourceServer;
import io.jenkins.plugins.drs.engine.aws.sdk.UnreadableAnswerException.Incomplete;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Answers of DRS in the engine's words. Its model requires hardly any field: ids and states are required here. */
final class DrsAnswers {
    private DrsAnswers() {}

    static SourceServer sourceServer(software.amazon.awssdk.services.drs.model.SourceServer server) {
        var replication = Optional.ofNullable(server.dataReplicationInfo());
        return new SourceServer(
                AwsId.SOURCE_SERVER.required(server.sourceServerID(), "sourceServerID"),
                hostname(server.sourceProperties()),
                server.tags(),
                server.hasTags(),
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
                AwsId.JOB.required(job.jobID(), "jobID"),
                text(job.typeAsString()),
                text(job.initiatedByAsString()),
                Required.text(job.statusAsString(), "status"),
                WireTime.instant(job.creationDateTime()).orElseThrow(() -> new Incomplete("creationDateTime")),
                WireTime.instant(job.endDateTime()),
                Required.items(true, job.participatingServers(), "participatingServers", DrsAnswers::server),
                job.tags(),
                job.hasTags());
    }

    /** A job of ours that is watched: what it says of its servers decides what became of them. */
    static RecoveryJob watched(Job answer) {
        RecoveryJob job = job(answer);
        if (job.servers().isEmpty()) {
            throw new Incomplete("participatingServers");
        }
        for (ParticipatingServer server : answer.participatingServers()) {
            if (Required.text(server.launchStatusAsString(), "launchStatus").equals("LAUNCHED")) {
                AwsId.INSTANCE.required(server.recoveryInstanceID(), "recoveryInstanceID");
            }
        }
        return job;
    }

    /** The job of a launch; one of other servers or with other tags is the answer to another call. */
    static RecoveryJob launch(Job answer, List<String> sourceServerIds, Map<String, String> tags) {
        RecoveryJob job = job(Required.value(answer, "job"));
        Set<String> servers = job.servers().stream()
                .map(RecoveryJob.ParticipatingServer::sourceServerId)
                .collect(Collectors.toSet());
        boolean ours = (job.type().isEmpty() || job.type().equals("LAUNCH"))
                && sourceServerIds.containsAll(servers)
                && (job.tags().isEmpty() || job.tags().entrySet().containsAll(tags.entrySet()));
        if (!ours) {
            throw new Incomplete("a job that launches the servers which were asked for");
        }
        return job;
    }

    static RecoveryJob termination(Job answer, List<String> recoveryInstanceIds) {
        RecoveryJob job = job(Required.value(answer, "job"));
        if (!job.type().isEmpty() && !job.type().equals("TERMINATE")) {
            throw new Incomplete("a job that terminates");
        }
        job.servers().forEach(server -> server.recoveryInstanceId()
                .ifPresent(id -> Required.asked(id, recoveryInstanceIds, "recoveryInstanceID")));
        return job;
    }

    private static RecoveryJob.ParticipatingServer server(ParticipatingServer server) {
        return new RecoveryJob.ParticipatingServer(
                AwsId.SOURCE_SERVER.required(server.sourceServerID(), "sourceServerID"),
                Objects.requireNonNullElse(server.launchStatusAsString(), "PENDING"),
                AwsId.INSTANCE.optional(server.recoveryInstanceID(), "recoveryInstanceID"));
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
                AwsId.INSTANCE.required(instance.recoveryInstanceID(), "recoveryInstanceID"),
                AwsId.SOURCE_SERVER
                        .optional(instance.sourceServerID(), "sourceServerID")
                        .orElse(""),
                AwsId.INSTANCE
                        .optional(instance.ec2InstanceID(), "ec2InstanceID")
                        .orElse(""),
                Objects.requireNonNullElse(instance.ec2InstanceStateAsString(), "PENDING"),
                AwsId.JOB.optional(instance.jobID(), "jobID").orElse(""),
                Boolean.TRUE.equals(instance.isDrill()),
                WireTime.instant(instance.pointInTimeSnapshotDateTime()));
    }

    static RecoverySnapshot snapshot(
            software.amazon.awssdk.services.drs.model.RecoverySnapshot snapshot, String sourceServerId) {
        Required.about(snapshot.sourceServerID(), sourceServerId, "sourceServerID");
        return new RecoverySnapshot(
                AwsId.SNAPSHOT.required(snapshot.snapshotID(), "snapshotID"),
                WireTime.instant(snapshot.expectedTimestamp()).orElse(Instant.EPOCH),
                WireTime.instant(snapshot.timestamp()));
    }

    static LaunchConfiguration launchConfiguration(GetLaunchConfigurationResponse answer, String sourceServerId) {
        Required.about(answer.sourceServerID(), sourceServerId, "sourceServerID");
        return new LaunchConfiguration(
                Required.text(answer.launchDispositionAsString(), "launchDisposition"),
                Required.text(
                        answer.targetInstanceTypeRightSizingMethodAsString(), "targetInstanceTypeRightSizingMethod"),
                Boolean.TRUE.equals(answer.copyPrivateIp()),
                Boolean.TRUE.equals(answer.copyTags()),
                Optional.ofNullable(answer.licensing()).map(Licensing::osByol),
                AwsId.LAUNCH_TEMPLATE.optional(answer.ec2LaunchTemplateID(), "ec2LaunchTemplateID"));
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** Times as DRS writes them: ISO-8601 in text. */
    static final class WireTime {
        /** What a lag that cannot be read counts as: too long for any objective, so that none is met by mistake. */
        static final Duration UNREADABLE = Duration.ofDays(3650);

        private WireTime() {}

        /** Empty for null and for what is no time. */
        static Optional<Instant> instant(String text) {
            try {
                return Optional.ofNullable(text).map(Instant::parse);
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }

        /** An ISO-8601 duration, years and months included (365 and 30 days), which {@link Duration#parse} refuses. */
        static Duration duration(String text) {
            try {
                int time = text.indexOf('T');
                String days = time < 0 ? text : text.substring(0, time);
                Duration hours = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
                return time >= 0 && days.equals("P") ? hours : hours.plus(days(Period.parse(days)));
            } catch (DateTimeException unreadable) {
                return UNREADABLE;
            }
        }

        private static Duration days(Period period) {
            return Duration.ofDays(365L * period.getYears() + 30L * period.getMonths() + period.getDays());
        }
    }
}
