package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.RemnantKind;
import java.util.List;
import java.util.Optional;

/**
 * What was terminated and what was not.
 *
 * @param terminatedInstances how many instances are terminated
 * @param terminatedElsewhere how many of them no job of this execution is known to have terminated; empty when none
 * @param terminateJobs ids of the jobs of this execution that terminate instances
 * @param leftovers what earlier drills of the plan had left behind
 * @param leftBehind what stays in AWS after the end
 */
public record CleanupResult(
        Status status,
        @JsonUnwrapped Course course,
        int terminatedInstances,
        Optional<Integer> terminatedElsewhere,
        List<String> terminateJobs,
        List<Leftover> leftovers,
        List<Remnant> leftBehind) {
    public CleanupResult {
        terminateJobs = List.copyOf(terminateJobs);
        leftovers = List.copyOf(leftovers);
        leftBehind = List.copyOf(leftBehind);
    }

    /** How many instances are terminated and how many stay, and who terminated them as far as that is known. */
    public String counts() {
        String elsewhere = terminatedElsewhere
                .map(count -> " (" + count + " of them by another command or user, as far as is known)")
                .orElse("");
        return terminatedInstances + " terminated" + elsewhere + ", " + leftBehind.size() + " still there";
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
        /** There was nothing to terminate. */
        NOT_NEEDED
    }

    /** An instance of an earlier drill, terminated by this execution. */
    public record Leftover(
            String instanceId,
            @JsonProperty("sourceServerID") String sourceServerId,
            Target target,
            @JsonProperty("jobID") String jobId,
            String executionId,
            boolean terminated) {}

    /** Something that stays; {@code asked} tells whether on purpose. */
    public record Remnant(RemnantKind kind, String id, Target target, boolean asked, Optional<String> reason) {
        /** What stays and where, in a few words. */
        public String text() {
            return kind.text(id, target.toString());
        }

        /** What to do about it, as a sentence. */
        public String remedy() {
            return kind.remedy();
        }
    }

    /** What stays although nobody asked for it. */
    public List<Remnant> unasked() {
        return leftBehind.stream().filter(remnant -> !remnant.asked()).toList();
    }
}
