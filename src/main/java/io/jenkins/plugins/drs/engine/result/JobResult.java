package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A recovery job of DRS.
 *
 * @param found whether it was looked up by its tags because the answer to its request had been lost
 * @param log empty until it was read
 */
public record JobResult(
        @JsonUnwrapped Summary summary, Target target, boolean found, List<LogLine> log, Evidence evidence) {
    public JobResult {
        log = List.copyOf(log);
    }

    /**
     * A job in brief.
     *
     * @param status in the words of DRS
     * @param timing from its request to its end
     */
    public record Summary(
            @JsonProperty("jobID") String jobId,
            String status,
            int participatingServers,
            int launchedInstances,
            @JsonUnwrapped Timing timing) {}

    /** A line of its log, in the words of DRS. */
    public record LogLine(
            Instant at,
            String event,
            @JsonProperty("sourceServerID") Optional<String> sourceServerId,
            Optional<String> error) {}
}
