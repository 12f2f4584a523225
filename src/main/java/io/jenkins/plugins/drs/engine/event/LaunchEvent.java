package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What befalls recovery jobs, from the intent to the log. */
public sealed interface LaunchEvent extends ExecutionEvent {

    /** Launch settings of a server are about to be compared with the plan and changed where they differ. */
    record SettingsIntended(String sourceServerId) implements LaunchEvent {
        public SettingsIntended {
            Needed.value(sourceServerId, "sourceServerId");
        }
    }

    /** Launch settings of a server are as the plan wants them. */
    record SettingsAligned(String sourceServerId, List<SettingChange> changes) implements LaunchEvent {
        public SettingsAligned {
            Needed.value(sourceServerId, "sourceServerId");
            changes = Needed.copy(changes, "changes");
        }
    }

    /** One setting that was changed; {@code from} is empty where there was none. */
    record SettingChange(String setting, String from, String to) {
        public SettingChange {
            Needed.value(setting, "setting");
            Needed.value(from, "from");
            Needed.value(to, "to");
        }
    }

    /**
     * How much of a target's limits is taken by jobs that are not this execution's.
     *
     * @param busyServers source servers that are in such a job
     */
    record LoadObserved(Target target, int jobs, int servers, List<String> busyServers) implements LaunchEvent {
        public LoadObserved {
            Needed.value(target, "target");
            busyServers = Needed.copy(busyServers, "busyServers");
        }
    }

    /**
     * {@code StartRecovery} is about to be called.
     *
     * @param launchId unique among all executions; a tag of the job, by which it is found again
     */
    record LaunchIntended(
            String launchId, String wave, Target target, List<String> sourceServerIds, Map<String, String> tags)
            implements LaunchEvent {
        public LaunchIntended {
            Needed.text(launchId, "launchId");
            Needed.value(wave, "wave");
            Needed.value(target, "target");
            sourceServerIds = Needed.copy(sourceServerIds, "sourceServerIds");
            tags = Needed.copy(tags, "tags");
        }
    }

    /** A job exists for the launch. {@code found} tells that it was looked up because the answer had been lost. */
    record LaunchAccepted(String launchId, String jobId, boolean found) implements LaunchEvent {
        public LaunchAccepted {
            Needed.text(launchId, "launchId");
            Needed.text(jobId, "jobId");
        }
    }

    /** It is certain that no job exists for the launch; its servers may be launched again. */
    record LaunchNotMade(String launchId, String reason) implements LaunchEvent {
        public LaunchNotMade {
            Needed.value(launchId, "launchId");
            Needed.value(reason, "reason");
        }
    }

    /** A look for the job of a launch in doubt found nothing yet. */
    record LaunchNotFound(String launchId) implements LaunchEvent {
        public LaunchNotFound {
            Needed.value(launchId, "launchId");
        }
    }

    /** A job, or some of its servers, changed. Holds only servers that changed. */
    record JobObserved(String jobId, String status, List<ServerProgress> servers, Optional<Instant> ended)
            implements LaunchEvent {
        public JobObserved {
            Needed.text(jobId, "jobId");
            Needed.value(status, "status");
            servers = Needed.copy(servers, "servers");
            ended = Needed.optional(ended);
        }
    }

    /**
     * The running jobs of a target were seen in a look that another execution of the same host made for all of them; the
     * call is in that one's journal.
     *
     * @param at when AWS was asked
     * @param by id of that execution
     */
    record JobsSeen(Target target, Instant at, String by) implements LaunchEvent {
        public JobsSeen {
            Needed.value(target, "target");
            Needed.value(at, "at");
            Needed.value(by, "by");
        }
    }

    /**
     * A job has this execution's tag and is not in its journal: another process runs the execution on a copy of it.
     *
     * @param launchId as the job's tag has it; empty where it has none
     */
    record UnknownJobSeen(Target target, String jobId, String launchId, List<String> sourceServerIds)
            implements LaunchEvent {}

    /**
     * Another execution launches or launched servers of this one since preflight.
     *
     * @param executionId as the job's tag has it; empty where it has none
     * @param older whether its job is older than this execution's for the same servers; true where there is none yet
     */
    record ServersTaken(Target target, String jobId, String executionId, boolean older, List<String> sourceServerIds)
            implements LaunchEvent {}

    /** A server as its job shows it, in the words of DRS. */
    record ServerProgress(String sourceServerId, String launchStatus, Optional<String> recoveryInstanceId) {
        public ServerProgress {
            Needed.text(sourceServerId, "sourceServerId");
            Needed.value(launchStatus, "launchStatus");
            recoveryInstanceId = Needed.optional(recoveryInstanceId);
        }
    }

    record JobLogCollected(String jobId, List<JobLogLine> lines) implements LaunchEvent {
        public JobLogCollected {
            Needed.text(jobId, "jobId");
            lines = Needed.copy(lines, "lines");
        }
    }

    /** A line of a job's log, in the words of DRS. */
    record JobLogLine(Instant at, String event, Optional<String> sourceServerId, Optional<String> error) {
        public JobLogLine {
            Needed.value(at, "at");
            Needed.value(event, "event");
            sourceServerId = Needed.optional(sourceServerId);
            error = Needed.optional(error);
        }
    }
}
