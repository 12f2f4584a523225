package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.execution.Execution;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.WaveState;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.Optional;

/** Who answers when the engine waits for somebody. */
record Operator(Scenario scenario, Execution execution) {
    /** Does what the engine waits for, if it waits for somebody. */
    boolean acts() {
        if (execution.obstacle().isPresent()) {
            return false;
        }
        ExecutionState state = execution.state();
        Optional<WaveState> paused = first(state, WaveStatus.PAUSED);
        if (paused.isPresent()) {
            execution.decidePause(paused.get().name(), scenario.traits().approved(), "somebody");
            return true;
        }
        boolean asked = state.started().options().waveByWave() && state.phase() == Phase.WAVES;
        boolean waveRuns = state.waves().stream()
                .anyMatch(wave -> wave.released() && !wave.status().ended());
        if (!asked || waveRuns || state.areWavesClosed()) {
            return false;
        }
        state.waves().stream()
                .filter(wave -> wave.status() == WaveStatus.PENDING && !wave.released())
                .findFirst()
                .ifPresentOrElse(
                        wave -> execution.release(wave.name(), "somebody"), () -> execution.closeWaves("somebody"));
        return true;
    }

    private static Optional<WaveState> first(ExecutionState state, WaveStatus status) {
        return state.waves().stream()
                .filter(wave -> wave.status() == status && wave.approval().isEmpty())
                .findFirst();
    }
}
