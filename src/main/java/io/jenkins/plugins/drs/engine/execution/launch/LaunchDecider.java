package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.event.ServerEvent.FailureStage;
import io.jenkins.plugins.drs.engine.event.ServerEvent.ServerFailed;
import io.jenkins.plugins.drs.engine.event.WaveStatus;
import io.jenkins.plugins.drs.engine.execution.core.Decider;
import io.jenkins.plugins.drs.engine.execution.core.Decision;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.state.ServerState;
import io.jenkins.plugins.drs.engine.state.WaveState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Aligns launch settings and starts jobs for waves that launch; gives up servers when the wave's time is over. */
public final class LaunchDecider implements Decider {
    private final JobStarter starter;

    public LaunchDecider(JobStarter starter) {
        this.starter = starter;
    }

    @Override
    public void decide(ExecutionState state, Instant now, Decision decision) {
        if (state.phase() != Phase.WAVES || state.cancelReason().isPresent()) {
            return;
        }
        Map<Wave, List<ServerState>> ready = new LinkedHashMap<>();
        for (Wave wave : state.plan().waves()) {
            WaveState current = state.wave(wave.waveName());
            if (current.status() == WaveStatus.PRE_ACTIONS) {
                alignSettings(state, decision, wave);
            } else if (current.status() == WaveStatus.LAUNCHING) {
                launch(state, now, decision, wave, ready);
            }
        }
        starter.start(state, now, decision, ready);
    }

    private void launch(
            ExecutionState state, Instant now, Decision decision, Wave wave, Map<Wave, List<ServerState>> ready) {
        Instant deadline = deadline(state, wave, now);
        if (!now.isBefore(deadline)) {
            giveUp(state, decision, wave);
            return;
        }
        decision.wakeAt(deadline);
        alignSettings(state, decision, wave);
        ready.put(
                wave,
                state.serversOf(wave.waveName()).stream()
                        .filter(server -> server.stage() == ServerStage.WAITING && isAligned(state, server))
                        .toList());
    }

    static Instant deadline(ExecutionState state, Wave wave, Instant now) {
        return state.wave(wave.waveName())
                .launchBegan()
                .orElse(now)
                .plus(wave.policy().maxWaitTime());
    }

    private static void alignSettings(ExecutionState state, Decision decision, Wave wave) {
        for (ServerState server : state.serversOf(wave.waveName())) {
            if (server.stage() == ServerStage.WAITING && !isAligned(state, server)) {
                String execution = state.started().executionId();
                decision.run(new AlignSettings(execution, server, settings(state, server)));
            }
        }
    }

    private static boolean isAligned(ExecutionState state, ServerState server) {
        return server.settingsAligned() || settings(state, server).isEmpty();
    }

    private static LaunchSettings settings(ExecutionState state, ServerState server) {
        return state.started()
                .configuration()
                .group(server.selected().protectionGroup())
                .map(group -> group.settingsFor(server.id()))
                .orElse(LaunchSettings.NONE);
    }

    /** A launch in doubt is left to be found: its servers are given up once that is known. */
    private static void giveUp(ExecutionState state, Decision decision, Wave wave) {
        long limit = wave.policy().maxWaitTime().toSeconds();
        for (ServerState server : state.serversOf(wave.waveName())) {
            if (server.stage() == ServerStage.WAITING || server.stage() == ServerStage.STARTING) {
                String reason = "No job was started for it within the wave's " + limit + " s.";
                decision.emit(new ServerFailed(server.id(), FailureStage.START, reason));
            } else if (server.stage() == ServerStage.IN_JOB) {
                String reason =
                        "Job " + server.jobId().orElse("") + " did not launch it within the wave's " + limit + " s.";
                decision.emit(new ServerFailed(server.id(), FailureStage.LAUNCH, reason));
            }
        }
    }
}
