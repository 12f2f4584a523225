package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.execution.EngineRuntime;
import io.jenkins.plugins.drs.engine.execution.cleanup.OpenWorkText;
import java.nio.file.Path;
import java.util.List;

/** The engine that is tried. Tests break it on purpose here, to see that a run finds out. */
interface Engine {
    /** The engine of the product, on a disk that keeps what was forced to it. */
    Engine REAL = new Engine() {};

    /** What the engine works with. */
    default EngineRuntime runtime(EngineRuntime usual) {
        return usual;
    }

    /** What a host makes of what somebody asked for. */
    default ExecutionStarted begun(ExecutionStarted asked) {
        return asked;
    }

    /** What people are told that may still run, when a journal takes no more. */
    default List<String> told(Path journal) {
        return OpenWorkText.in(journal);
    }

    /** Under which name a second process knows the journal. */
    default Path journalOfAnother(Path journal) {
        return journal;
    }

    /** How many bytes of a journal are there after a crash, of those that were forced to the disk. */
    default long survivors(long bytes) {
        return bytes;
    }
}
