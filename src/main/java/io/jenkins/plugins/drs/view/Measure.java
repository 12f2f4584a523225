package io.jenkins.plugins.drs.view;

import io.jenkins.plugins.drs.engine.result.Objective;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/** An {@link Objective} in plain values that a build can keep. */
final class Measure implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Long objectiveMillis;
    private final Long reachedMillis;
    private final Boolean met;

    Measure(Objective objective) {
        this.objectiveMillis = objective.objective().map(Duration::toMillis).orElse(null);
        this.reachedMillis = objective.reached().map(Duration::toMillis).orElse(null);
        this.met = objective.met().orElse(null);
    }

    Objective objective() {
        return new Objective(duration(objectiveMillis), duration(reachedMillis), Optional.ofNullable(met));
    }

    private static Optional<Duration> duration(Long millis) {
        return Optional.ofNullable(millis).map(Duration::ofMillis);
    }
}
