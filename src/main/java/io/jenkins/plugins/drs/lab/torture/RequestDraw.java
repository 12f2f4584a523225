package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.term.Mode;

/** Draws what somebody may ask for: a check and no more, or a recovery that an operator has to confirm. */
final class RequestDraw {
    private final Dice dice;

    RequestDraw(Dice dice) {
        this.dice = dice;
    }

    ExecutionStarted of(ExecutionStarted drawn) {
        boolean check = dice.chance(3);
        boolean confirmed = dice.chance(60);
        RunOptions options = drawn.options();
        if (check) {
            return with(drawn, Mode.CHECK, options);
        }
        return drawn.mode() == Mode.RECOVERY && confirmed
                ? with(drawn, Mode.RECOVERY, options.with(options.found().askingToConfirm()))
                : drawn;
    }

    private static ExecutionStarted with(ExecutionStarted drawn, Mode mode, RunOptions options) {
        return new ExecutionStarted(
                drawn.executionId(),
                mode,
                drawn.planName(),
                drawn.configuration(),
                drawn.configurationHash(),
                options,
                drawn.origin());
    }
}
