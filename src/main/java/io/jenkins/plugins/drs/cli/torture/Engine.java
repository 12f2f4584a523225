package io.jenkins.plugins.drs.cli.torture;

import io.jenkins.plugins.drs.engine.execution.EngineRuntime;

/** The engine that is tried. Tests break it on purpose here, to see that a run finds out. */
interface Engine {
    /** The engine of the product, on a disk that keeps what was forced to it. */
    Engine REAL = new Engine() {};

    /** What the engine works with. */
    default EngineRuntime runtime(EngineRuntime usual) {
        return usual;
    }

    /** How many bytes of a journal are there after a crash, of those that were forced to the disk. */
    default long survivors(long bytes) {
        return bytes;
    }
}
