package io.jenkins.plugins.drs.engine.plan;

import java.time.Duration;

/**
 * How a wave is run.
 *
 * @param pauseBefore whether a person must let the wave go on
 * @param maxWaitTime how long the wave's launch may take
 * @param onFailure whether waves that depend on it start although it did not complete
 * @param validation what a launched server must show
 */
public record WavePolicy(boolean pauseBefore, Duration maxWaitTime, OnFailure onFailure, ValidationPolicy validation) {
    /** Applies when the document names no time: one hour. */
    public static final Duration DEFAULT_MAX_WAIT = Duration.ofHours(1);

    public static final WavePolicy DEFAULT =
            new WavePolicy(false, DEFAULT_MAX_WAIT, OnFailure.STOP, ValidationPolicy.DEFAULT);

    /** The same, waiting for a person before the launch, or not. */
    public WavePolicy withPauseBefore(boolean pause) {
        return new WavePolicy(pause, maxWaitTime, onFailure, validation);
    }

    /** The same with another limit of the launch. */
    public WavePolicy withMaxWaitTime(Duration limit) {
        return new WavePolicy(pauseBefore, limit, onFailure, validation);
    }

    /** The same with another reaction. */
    public WavePolicy withOnFailure(OnFailure reaction) {
        return new WavePolicy(pauseBefore, maxWaitTime, reaction, validation);
    }

    /** The same with other things to see of a launched server. */
    public WavePolicy withValidation(ValidationPolicy other) {
        return new WavePolicy(pauseBefore, maxWaitTime, onFailure, other);
    }
}
