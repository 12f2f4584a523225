package io.jenkins.plugins.drs.engine.execution.wave;

import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.WaveEvent.WaveMoved;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.term.FailureStage;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.List;

/** Moves a wave, and when that ends it gives up the servers that it did not get to. */
final class WaveEnding {
    private final ExecutionState state;
    private final Decision decision;
    private final Wave wave;

    WaveEnding(ExecutionState state, Decision decision, Wave wave) {
        this.state = state;
        this.decision = decision;
        this.wave = wave;
    }

    void move(WaveStatus to, String reason) {
        decision.emit(new WaveMoved(wave.waveName(), to, reason));
    }

    void skip(String reason) {
        giveUp(reason);
        move(WaveStatus.SKIPPED, reason);
    }

    void cancel(String reason) {
        giveUp(reason);
        move(WaveStatus.CANCELLED, reason);
    }

    /** Ends the wave because nobody can look any more how its servers fare. */
    void lose(String reason) {
        for (ServerState server : state.serversOf(wave.waveName())) {
            if (!server.stage().isEnd()) {
                boolean waits = server.stage() == ServerStage.WAITING;
                FailureStage stage = waits ? FailureStage.NOT_REACHED : FailureStage.UNSEEN;
                decision.emit(new ServerFailed(server.id(), stage, reason));
            }
        }
        move(WaveStatus.CANCELLED, reason);
    }

    /** Ends the wave because an action failed. */
    void failWith(String reason) {
        giveUp(reason);
        move(WaveStatus.FAILED, reason);
    }

    /** Ends the wave as its servers have fared. */
    void end(List<ServerState> servers) {
        long validated = servers.stream()
                .filter(server -> server.stage() == ServerStage.VALIDATED)
                .count();
        long failed = servers.size() - validated;
        if (failed == 0) {
            move(WaveStatus.COMPLETED, "");
        } else if (validated == 0) {
            move(WaveStatus.FAILED, "None of " + Shown.count(servers.size(), "server") + " was recovered.");
        } else {
            move(
                    WaveStatus.PARTIAL,
                    failed + " of " + servers.size() + " servers " + (failed == 1 ? "was" : "were")
                            + " not recovered.");
        }
    }

    private void giveUp(String reason) {
        for (ServerState server : state.serversOf(wave.waveName())) {
            if (!server.stage().isEnd()) {
                decision.emit(new ServerFailed(server.id(), FailureStage.NOT_REACHED, reason));
            }
        }
    }
}
