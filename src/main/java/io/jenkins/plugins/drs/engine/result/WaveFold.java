package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WaveGraph;
import io.jenkins.plugins.drs.engine.result.WaveResult.Position;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds how waves move. */
final class WaveFold {
    private final Map<String, WaveTrack> waves = new LinkedHashMap<>();

    WaveFold(Handlers handlers) {
        handlers.on(
                WaveMoved.class, (at, event) -> track(event.wave(), List.of()).moved(at, event.to(), event.reason()));
    }

    /** Takes in the waves that the plan names. */
    void plan(RecoveryPlan plan) {
        WaveGraph graph = WaveGraph.of(plan.waves());
        for (Wave wave : plan.waves()) {
            track(wave.waveName(), graph.dependenciesOf(wave.waveName()));
        }
    }

    private WaveTrack track(String wave, List<String> dependsOn) {
        return waves.computeIfAbsent(wave, name -> new WaveTrack(new Position(name, waves.size() + 1, dependsOn)));
    }

    Collection<WaveTrack> waves() {
        return waves.values();
    }

    /** Whether a person is waited for and nothing else goes on. */
    boolean paused() {
        boolean waiting = waves.values().stream().anyMatch(wave -> wave.status() == WaveStatus.PAUSED);
        return waiting
                && waves.values().stream().noneMatch(wave -> wave.status().active());
    }
}
