package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * What was taken down and what was not.
 *
 * @param terminatedInstances how many instances were seen to be gone
 * @param terminateJobs ids of the jobs that took them down
 * @param leftovers what earlier drills of the plan had left behind
 * @param leftBehind what stays in AWS after the end
 */
public record CleanupResult(
        Status status,
        @JsonUnwrapped Course course,
        int terminatedInstances,
        List<String> terminateJobs,
        List<Leftover> leftovers,
        List<Remnant> leftBehind) {
    public CleanupResult {
        terminateJobs = List.copyOf(terminateJobs);
        leftovers = List.copyOf(leftovers);
        leftBehind = List.copyOf(leftBehind);
    }

    /** Why waves were over; one sentence for people. */
    public Optional<String> reason() {
        return course.reason();
    }

    /** From the end of the waves to the end of the execution. */
    public Timing timing() {
        return course.timing();
    }

    /**
     * How it went.
     *
     * @param reason why waves were over
     */
    public record Course(
            Optional<String> reason, @JsonUnwrapped Timing timing, Evidence evidence) {}

    /** How cleanup stands. The last four are ends. */
    public enum Status {
        PENDING,
        RUNNING,
        /** Everything that was launched is gone. */
        DONE,
        /** Something stays, as it was asked to. */
        KEPT,
        /** Something stays that nobody asked for. */
        INCOMPLETE,
        /** There was nothing to take down. */
        NOT_NEEDED
    }

    /** An instance of an earlier drill, taken down by this execution. */
    public record Leftover(
            String instanceId,
            @JsonProperty("sourceServerID") String sourceServerId,
            Place target,
            @JsonProperty("jobID") String jobId,
            String executionId,
            boolean terminated) {}

    /** Something that stays; {@code asked} tells whether on purpose. */
    public record Remnant(Kind kind, String id, Place target, boolean asked, Optional<String> reason) {
        /** What to do about it, as a sentence. */
        public String remedy() {
            return Remedies.forRemnant(kind);
        }
    }

    /** What can stay. */
    public enum Kind {
        RECOVERY_INSTANCE,
        JOB,
        LAUNCH_IN_DOUBT,
        AUTOMATION,
        /** An account and Region that nobody could look at: something may stand there. */
        UNSEEN
    }

    /** What stays although nobody asked for it. */
    public List<Remnant> unasked() {
        return leftBehind.stream().filter(remnant -> !remnant.asked()).toList();
    }
}
