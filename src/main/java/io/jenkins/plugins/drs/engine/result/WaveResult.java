package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.List;
import java.util.Optional;

/**
 * What befell one wave.
 *
 * @param phases every status that it went through, in order
 */
public record WaveResult(
        @JsonUnwrapped Position position,
        @JsonUnwrapped Progress progress,
        Counts servers,
        List<Phase> phases,
        @JsonUnwrapped Actions actions,
        @JsonUnwrapped Jobs jobs,
        Evidence evidence) {
    public WaveResult {
        phases = List.copyOf(phases);
    }

    /**
     * Its place in the plan.
     *
     * @param number from 1
     * @param dependsOn waves that had to be done first
     */
    public record Position(String waveName, int number, List<String> dependsOn) {
        public Position {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /**
     * How it stands.
     *
     * @param reason one sentence for people; empty in the ordinary course
     * @param timing from its first step, a pause included, to its end
     * @param rto from its first step to its last validated server, once all are validated
     */
    public record Progress(
            WaveStatus status,
            Optional<String> reason,
            @JsonUnwrapped Timing timing,
            Objective rto) {}

    /**
     * Its servers.
     *
     * @param launched those whose instance was launched, validated or not
     * @param failed those that failed; servers that were not reached are not among them
     */
    public record Counts(int total, int launched, int validated, int failed, int notReached) {}

    /** A status that the wave was in. */
    public record Phase(WaveStatus status, @JsonUnwrapped Timing timing) {}

    /** Its actions, in plan order. */
    public record Actions(List<ActionResult> preWaveActions, List<ActionResult> postWaveActions) {
        public Actions {
            preWaveActions = List.copyOf(preWaveActions);
            postWaveActions = List.copyOf(postWaveActions);
        }
    }

    /**
     * Its jobs.
     *
     * @param drsJob the first; empty when no job was accepted
     * @param drsJobs all of them, in the order in which they were asked for, with their logs
     */
    public record Jobs(Optional<JobResult.Summary> drsJob, List<JobResult> drsJobs) {
        public Jobs {
            drsJobs = List.copyOf(drsJobs);
        }
    }

    public String waveName() {
        return position.waveName();
    }

    public WaveStatus status() {
        return progress.status();
    }
}
