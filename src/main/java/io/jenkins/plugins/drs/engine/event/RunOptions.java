package io.jenkins.plugins.drs.engine.event;

import java.time.Duration;

/**
 * How an execution was asked to run.
 *
 * @param keepInstances whether launched drill instances stay
 * @param waveByWave whether waves start only when released, as {@code drsWave} inside a {@code drsDrill} block does
 * @param anyReplicationState whether servers that are not {@code CONTINUOUS} may take part
 * @param cleanupLimit how long cleanup tries before it names what is left
 * @param found by the host before it began; journals of earlier versions have none
 * @param replaceLeftovers whether drill instances that earlier drills left on the servers may be replaced
 */
public record RunOptions(
        boolean keepInstances,
        boolean waveByWave,
        boolean anyReplicationState,
        Duration cleanupLimit,
        HostFindings found,
        boolean replaceLeftovers) {
    /** Everything is taken down, within two hours; the whole plan runs; servers must be {@code CONTINUOUS}. */
    public static final RunOptions DEFAULT = new RunOptions(false, false, false, Duration.ofHours(2));

    public RunOptions {
        Needed.value(cleanupLimit, "cleanupLimit");
        found = found == null ? HostFindings.NONE : found;
    }

    /** Options where the host found nothing. */
    public RunOptions(boolean keepInstances, boolean waveByWave, boolean anyReplicationState, Duration cleanupLimit) {
        this(keepInstances, waveByWave, anyReplicationState, cleanupLimit, HostFindings.NONE, false);
    }

    /** The same, with what the host found. */
    public RunOptions with(HostFindings findings) {
        return new RunOptions(keepInstances, waveByWave, anyReplicationState, cleanupLimit, findings, replaceLeftovers);
    }

    /** The same, where drill instances that earlier drills left may be replaced, or not. */
    public RunOptions replacingLeftovers(boolean replace) {
        return new RunOptions(keepInstances, waveByWave, anyReplicationState, cleanupLimit, found, replace);
    }
}
