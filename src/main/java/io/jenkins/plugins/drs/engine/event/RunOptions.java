package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.event.PreflightEvent.Check;
import java.time.Duration;
import java.util.List;

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

    /**
     * What a host found before an execution began, such as that it may not do something that the plan needs.
     *
     * @param checks part of preflight; when one failed, nothing is launched
     * @param forbidsCalls whether AWS must not be asked anything, not even by the rest of preflight; takes a failed check
     * @param asksToConfirm whether a person has to let the first wave go on, whatever the plan says, because nobody who
     *     counts has asked for it yet; journals of earlier versions have none
     */
    public record HostFindings(List<Check> checks, boolean forbidsCalls, boolean asksToConfirm) {
        /** Nothing that is worth a word. */
        public static final HostFindings NONE = new HostFindings(List.of(), false);

        public HostFindings {
            checks = checks == null ? List.of() : Needed.copy(checks, "checks");
        }

        /** Findings of a host that needs nobody to confirm. */
        public HostFindings(List<Check> checks, boolean forbidsCalls) {
            this(checks, forbidsCalls, false);
        }

        /** The same, where a person has to confirm. */
        public HostFindings askingToConfirm() {
            return new HostFindings(checks, forbidsCalls, true);
        }
    }
}
