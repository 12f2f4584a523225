package io.jenkins.plugins.drs.simulator.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A DRS job, as far as it has come. */
public final class Job {
    private final String id;
    private final String arn;
    private final Purpose purpose;
    private final Instant created;
    private final List<Participant> participants;
    private final Map<String, String> tags;
    private final List<JobLogItem> log = new ArrayList<>();
    private Status status = Status.PENDING;
    private Instant shown;
    private Instant ended;

    /** How far it is; there is no failed job, only failed participants. */
    public enum Status {
        PENDING,
        STARTED,
        COMPLETED
    }

    /** Who started it and for what. */
    public enum Purpose {
        START_DRILL("LAUNCH"),
        START_RECOVERY("LAUNCH"),
        TERMINATE_RECOVERY_INSTANCES("TERMINATE");

        private final String type;

        Purpose(String type) {
            this.type = type;
        }

        /** The job's type. */
        public String type() {
            return type;
        }
    }

    /** How far one of its servers is. */
    public enum LaunchStatus {
        PENDING,
        IN_PROGRESS,
        LAUNCHED,
        FAILED,
        TERMINATED
    }

    /** One of its servers. */
    public static final class Participant {
        private final String sourceServerId;
        private String recoveryInstanceId;
        private LaunchStatus status = LaunchStatus.PENDING;

        public Participant(String sourceServerId, String recoveryInstanceId) {
            this.sourceServerId = sourceServerId;
            this.recoveryInstanceId = recoveryInstanceId;
        }

        /** Moves on. */
        public void become(LaunchStatus next) {
            status = next;
        }

        /** Has come up. */
        public void launched(String instanceId) {
            recoveryInstanceId = instanceId;
            status = LaunchStatus.LAUNCHED;
        }

        public String sourceServerId() {
            return sourceServerId;
        }

        /** Null until it is launched. */
        public String recoveryInstanceId() {
            return recoveryInstanceId;
        }

        public LaunchStatus status() {
            return status;
        }
    }

    public Job(
            Region region,
            String id,
            Purpose purpose,
            List<Participant> participants,
            Map<String, String> tags,
            Instant created) {
        this.id = id;
        this.arn = region.arn("drs", "job/" + id);
        this.purpose = purpose;
        this.created = created;
        this.participants = List.copyOf(participants);
        this.tags = new TreeMap<>(tags);
    }

    /** Leaves the queue. */
    public void start() {
        status = Status.STARTED;
    }

    /** Ends; whether it ended well is told by its participants. */
    public void complete(Instant time) {
        status = Status.COMPLETED;
        ended = time;
    }

    /** Keeps it out of lists for a while, although it exists. */
    public void hideUntil(Instant time) {
        shown = time;
    }

    /** Whether lists have it. */
    public boolean isShown(Instant now) {
        return shown == null || !now.isBefore(shown);
    }

    public void log(JobLogItem item) {
        log.add(item);
    }

    public boolean isActive() {
        return status != Status.COMPLETED;
    }

    /** The participant of a source server. */
    public Optional<Participant> participant(String sourceServerId) {
        return participants.stream()
                .filter(participant -> participant.sourceServerId().equals(sourceServerId))
                .findFirst();
    }

    public String id() {
        return id;
    }

    public String arn() {
        return arn;
    }

    public Purpose purpose() {
        return purpose;
    }

    public Instant created() {
        return created;
    }

    public Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    public Status status() {
        return status;
    }

    public List<Participant> participants() {
        return participants;
    }

    /** May be changed. */
    public Map<String, String> tags() {
        return tags;
    }

    /** Oldest first. */
    public List<JobLogItem> log() {
        return List.copyOf(log);
    }

    /**
     * One line of a job's log. What is null is left out.
     *
     * @param event as DRS names it
     */
    public record JobLogItem(
            Instant time,
            String event,
            String sourceServerId,
            String conversionServerId,
            String targetInstanceId,
            String rawError) {}
}
