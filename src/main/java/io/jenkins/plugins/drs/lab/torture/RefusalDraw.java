package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultEffect;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;

/** Draws who says no: AWS, because it is busy or full, and the journal, to those who must not have it. */
final class RefusalDraw {
    /** More than this in a row may be why something is left behind. */
    private static final int MOST_REFUSALS = 3;

    private static final List<String> CHANGES = List.of("StartRecovery", "TerminateRecoveryInstances");
    private static final List<String> THROTTLED =
            List.of("StartRecovery", "TerminateRecoveryInstances", "DescribeJobs", "DescribeRecoveryInstances");

    private final Dice dice;

    RefusalDraw(Dice dice) {
        this.dice = dice;
    }

    List<Trouble> troubles(boolean crashes) {
        List<Trouble> troubles = new ArrayList<>();
        if (dice.chance(6)) {
            troubles.add(busy());
        }
        if (dice.chance(6)) {
            troubles.add(throttled());
        }
        if (dice.chance(8)) {
            troubles.add(new Trouble.SecondProcess(dice.between(1, 90)));
        }
        if (crashes && dice.chance(15)) {
            troubles.add(new Trouble.DamagedJournal(dice.between(1, 60), dice.between(0, 999)));
        }
        if (crashes && dice.chance(15)) {
            troubles.add(new Trouble.OtherWorld(dice.between(1, 80), dice.chance(40)));
        }
        return troubles;
    }

    /** As when another job has the servers, or the account has no room, though it looked as if it had. */
    private Trouble busy() {
        String operation = dice.oneOf(CHANGES);
        boolean full = operation.equals("StartRecovery") && dice.chance(50);
        int times = dice.between(1, MOST_REFUSALS);
        Fault fault = full ? Fault.error("ServiceQuotaExceededException", 402) : Fault.error("ConflictException", 409);
        return new Trouble.InAws(
                fault.on("drs", operation).skip(dice.few(2)).times(times),
                (full ? "The account is full for " : "There is a conflict for ") + times + " calls of " + operation
                        + ".");
    }

    private Trouble throttled() {
        String operation = dice.oneOf(THROTTLED);
        int seconds = dice.between(1, 100);
        Fault fault = Fault.of(FaultKind.THROTTLE)
                .on("drs", operation)
                .skip(dice.few(4))
                .times(dice.between(1, MOST_REFUSALS))
                .effect(new FaultEffect(null, null, null, seconds, null));
        return new Trouble.InAws(fault, operation + " is throttled, to be tried again after " + seconds + " s.");
    }
}
