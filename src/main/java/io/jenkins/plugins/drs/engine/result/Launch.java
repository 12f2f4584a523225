package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a server was launched.
 *
 * @param timing from the request for its job until it was validated or failed
 * @param drsJob empty until a job was accepted
 * @param launchPhases from the job's log, in the order in which they began; empty until the log was read
 * @param settingsChanged launch settings that were not as the plan wants them
 */
public record Launch(
        @JsonUnwrapped Timing timing, Optional<Job> drsJob, List<Phase> launchPhases, List<Change> settingsChanged) {
    public Launch {
        launchPhases = List.copyOf(launchPhases);
        settingsChanged = List.copyOf(settingsChanged);
    }

    /**
     * The server's job.
     *
     * @param status of the job, in the words of DRS
     * @param launchStatus of the server in the job, in the words of DRS
     * @param launchTime when the job was asked for
     */
    public record Job(
            @JsonProperty("jobID") String jobId,
            String status,
            String launchStatus,
            Instant launchTime,
            Optional<Instant> completionTime) {}

    /**
     * A phase such as {@code SNAPSHOT}, {@code CONVERSION} or {@code LAUNCH}.
     *
     * @param failed whether the log says that it failed
     */
    public record Phase(
            String name, boolean failed, @JsonUnwrapped Timing timing) {}

    /** One setting; {@code from} is empty where there was none. */
    public record Change(String setting, Optional<String> from, String to) {}
}
