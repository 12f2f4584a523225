package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.engine.result.DrillResult;

/** Hears of one execution on behalf of the step that runs it, on a thread of the host: return soon. */
public interface DrillCallback {
    /** From now on the execution is told of; comes before anything else. */
    default void attached(DrillHandle handle) {}

    /** Waves may start now. Told again after a restart. */
    default void wavesBegun() {}

    /** A wave has ended and its file is archived. Told again after a restart. */
    default void waveEnded(String wave, DrillResult result) {}

    /** The execution has ended and everything is archived. */
    default void finished(DrillResult result) {}

    /**
     * The execution cannot go on here and now, such as when its journal cannot be written. What it launched stays until
     * the controller takes it up again.
     */
    default void broken(Throwable problem) {}
}
