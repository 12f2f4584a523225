package io.jenkins.plugins.drs.engine.event;

/**
 * Names one action of a plan.
 *
 * @param index place in its list, from 0
 */
public record ActionRef(String wave, ActionPhase phase, int index) {
    public ActionRef {
        Needed.value(wave, "wave");
        Needed.value(phase, "phase");
    }

    @Override
    public String toString() {
        return wave + "/" + phase + "/" + index;
    }
}
