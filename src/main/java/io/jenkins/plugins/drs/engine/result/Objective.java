package io.jenkins.plugins.drs.engine.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Optional;

/**
 * What a plan asks for and what was reached.
 *
 * @param objective what the plan asks for; empty when it does not say
 * @param reached what was measured; empty when it could not be measured, or not yet
 * @param met whether the objective was kept; empty when there is none, or nothing is proven yet
 */
public record Objective(
        @JsonProperty("objectiveSeconds") Optional<Duration> objective,
        @JsonProperty("reachedSeconds") Optional<Duration> reached,
        Optional<Boolean> met) {

    /** Compares what was reached with the objective; {@code met} is empty when one of them is. */
    static Objective compared(Optional<Duration> objective, Optional<Duration> reached) {
        return new Objective(
                objective, reached, objective.flatMap(limit -> reached.map(value -> value.compareTo(limit) <= 0)));
    }

    /** Whether it is certain that the objective was not kept. */
    public boolean missed() {
        return met.isPresent() && !met.get();
    }
}
