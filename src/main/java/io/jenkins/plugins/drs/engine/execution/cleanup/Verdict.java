package io.jenkins.plugins.drs.engine.execution.cleanup;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionFinished;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;

/** How an execution ended, all told. */
final class Verdict {
    private Verdict() {}

    static ExecutionFinished of(ExecutionState state) {
        if (!state.jobBook().contention().unknownJobs().isEmpty() && state.isStopRequested()) {
            return new ExecutionFinished(
                    ExecutionStatus.FAILED, state.cancelReason().orElse(""));
        }
        if (state.cancelReason().isPresent()) {
            return new ExecutionFinished(
                    ExecutionStatus.CANCELLED, state.cancelReason().get());
        }
        if (state.started().mode() == Mode.CLEANUP) {
            return cleanup(state);
        }
        boolean everyWave = state.waves().stream().allMatch(wave -> wave.status() == WaveStatus.COMPLETED);
        if (everyWave && !state.isAnythingLeftUnasked()) {
            return new ExecutionFinished(ExecutionStatus.COMPLETED, "");
        }
        if (everyWave) {
            return new ExecutionFinished(
                    ExecutionStatus.PARTIAL, "Every server was recovered, but not all instances could be terminated.");
        }
        return new ExecutionFinished(
                isAnythingGood(state) ? ExecutionStatus.PARTIAL : ExecutionStatus.FAILED, servers(state));
    }

    private static ExecutionFinished cleanup(ExecutionState state) {
        boolean clean = !state.isAnythingLeftUnasked() && state.failedChecks() == 0;
        return clean
                ? new ExecutionFinished(ExecutionStatus.COMPLETED, "")
                : new ExecutionFinished(ExecutionStatus.PARTIAL, "Not everything could be searched and terminated.");
    }

    private static boolean isAnythingGood(ExecutionState state) {
        return state.servers().stream().anyMatch(server -> server.stage() == ServerStage.VALIDATED)
                || state.waves().stream().anyMatch(wave -> wave.status() == WaveStatus.COMPLETED);
    }

    private static String servers(ExecutionState state) {
        long validated = state.servers().stream()
                .filter(server -> server.stage() == ServerStage.VALIDATED)
                .count();
        long all = state.servers().size();
        return validated + " of " + Shown.count(all, "server") + (validated == 1 ? " was" : " were") + " recovered.";
    }
}
