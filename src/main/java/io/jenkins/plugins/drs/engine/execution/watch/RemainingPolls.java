package io.jenkins.plugins.drs.engine.execution.watch;

import io.jenkins.plugins.drs.engine.event.ActionPhase;
import io.jenkins.plugins.drs.engine.event.ActionRef;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.state.ActionState;
import io.jenkins.plugins.drs.engine.state.ExecutionState;
import io.jenkins.plugins.drs.engine.state.Phase;
import io.jenkins.plugins.drs.engine.state.ServerStage;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.engine.term.WaveStatus;
import java.util.Optional;

/**
 * What is still to come in an execution, in looks. Only how they relate counts, so round figures do.
 *
 * @param credit looks that a fixed loop will make at what has not begun yet, at the least
 * @param need looks that would be made with calls to spare
 */
record RemainingPolls(long credit, long need) {
    private static final int SERVERS_OF_LAUNCH = 100;
    private static final RemainingPolls NOTHING = new RemainingPolls(0, 0);
    private static final RemainingPolls RUNBOOK = new RemainingPolls(2, 5);
    private static final RemainingPolls RUNNING_RUNBOOK = new RemainingPolls(0, 4);
    /** Checks, and what is asked once, of a launch. */
    private static final long BESIDE_LAUNCH = 8;

    private static final long LOOKS_OF_LAUNCH = 13;
    private static final RemainingPolls RUNNING_LAUNCH = new RemainingPolls(BESIDE_LAUNCH, 9);
    private static final RemainingPolls CHECKS = new RemainingPolls(0, 6);
    private static final RemainingPolls RUNNING_TERMINATION = new RemainingPolls(0, 7);
    private static final RemainingPolls TERMINATION = new RemainingPolls(6, 9);

    /** @param launch looks of a fixed loop at a launch that has not begun yet */
    static RemainingPolls of(ExecutionState state, long launch) {
        if (state.phase() == Phase.CLEANUP) {
            return RUNNING_TERMINATION.of(state.identities().size());
        }
        RemainingPolls sum = NOTHING;
        for (Wave wave : state.plan().waves()) {
            sum = sum.plus(of(state, wave, launch));
        }
        boolean takenDown = state.started().mode() != Mode.RECOVERY
                && !state.started().options().keepInstances();
        return takenDown ? sum.plus(TERMINATION.of(state.identities().size())) : sum;
    }

    private static RemainingPolls of(ExecutionState state, Wave wave, long launch) {
        WaveStatus status = state.wave(wave.waveName()).status();
        if (status.ended()) {
            return NOTHING;
        }
        int waiting = state.countIn(wave.waveName(), ServerStage.WAITING);
        RemainingPolls sum = new RemainingPolls(launch + BESIDE_LAUNCH, LOOKS_OF_LAUNCH)
                .of((waiting + SERVERS_OF_LAUNCH - 1) / SERVERS_OF_LAUNCH);
        if (waiting == 0 && status == WaveStatus.LAUNCHING) {
            sum = RUNNING_LAUNCH;
        } else if (status == WaveStatus.VALIDATING) {
            sum = CHECKS;
        }
        return sum.plus(runbooks(
                        state, wave, ActionPhase.PRE, wave.preWaveActions().size()))
                .plus(runbooks(
                        state, wave, ActionPhase.POST, wave.postWaveActions().size()));
    }

    private static RemainingPolls runbooks(ExecutionState state, Wave wave, ActionPhase phase, int count) {
        RemainingPolls sum = NOTHING;
        for (int index = 0; index < count; index++) {
            Optional<ActionState> action = state.action(new ActionRef(wave.waveName(), phase, index));
            if (action.isEmpty()) {
                sum = sum.plus(RUNBOOK);
            } else if (action.get().outcome().isEmpty()) {
                sum = sum.plus(RUNNING_RUNBOOK);
            }
        }
        return sum;
    }

    private RemainingPolls of(int count) {
        return new RemainingPolls(credit * count, need * count);
    }

    private RemainingPolls plus(RemainingPolls other) {
        return new RemainingPolls(credit + other.credit, need + other.need);
    }
}
