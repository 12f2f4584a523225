package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.Fault.FaultEffect;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what goes wrong. */
final class TroubleDraw {
    /** The first five are where it hurts most, so they are drawn more often. */
    static final List<String> CALLS = List.of(
            "drs StartRecovery",
            "drs TerminateRecoveryInstances",
            "drs DescribeJobs",
            "drs DescribeRecoveryInstances",
            "ssm StartAutomationExecution",
            "ssm GetAutomationExecution",
            "ssm StopAutomationExecution",
            "ssm DescribeDocument",
            "ssm DescribeInstanceInformation",
            "drs DescribeSourceServers",
            "drs DescribeJobLogItems",
            "drs GetLaunchConfiguration",
            "drs UpdateLaunchConfiguration",
            "drs DescribeRecoverySnapshots",
            "ec2 DescribeInstances",
            "ec2 DescribeInstanceStatus",
            "ec2 DescribeLaunchTemplateVersions",
            "ec2 CreateLaunchTemplateVersion",
            "ec2 ModifyLaunchTemplate",
            "sts GetCallerIdentity",
            "sts AssumeRole",
            "secretsmanager GetSecretValue",
            "ssm GetParameter");

    private static final List<FaultKind> KINDS = List.of(
            FaultKind.LOSE_ANSWER,
            FaultKind.CUT_CONNECTION,
            FaultKind.THROTTLE,
            FaultKind.ERROR,
            FaultKind.EXPIRED_CREDENTIALS);

    private static final List<Duration> JUMPS = List.of(
            Duration.ofSeconds(70),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(13),
            Duration.ofDays(40));

    private static final List<Trouble.Place> PLACES = List.of(
            Trouble.Place.AFTER_EVENT, Trouble.Place.IN_WRITE, Trouble.Place.BEFORE_CALL, Trouble.Place.AFTER_CALL);

    private static final List<Trouble.Moment> MOMENTS =
            List.of(Trouble.Moment.BEFORE_ENGINE_WORKS, Trouble.Moment.WHILE_ENGINE_WAITS, Trouble.Moment.IN_CALL);

    private static final List<Integer> OUTAGES = List.of(0, 1, 7, 40, 100, 900, 10_800);

    private final Dice dice;

    TroubleDraw(Dice dice) {
        this.dice = dice;
    }

    /** Crashes and suspensions: what an undisturbed run ends like in the end. */
    List<Trouble> interruptions() {
        List<Trouble> troubles = new ArrayList<>();
        int crashes = dice.few(4);
        for (int crash = 0; crash < crashes; crash++) {
            troubles.add(crash());
        }
        if (dice.chance(8)) {
            int event = dice.between(2, 90);
            Duration length = Duration.ofSeconds(dice.between(600, 10_000));
            troubles.add(new Trouble.Suspend(event, MOMENTS.get(event % MOMENTS.size()), length));
        }
        return troubles;
    }

    private Trouble crash() {
        Trouble.Place place = dice.oneOf(PLACES);
        boolean call = place == Trouble.Place.BEFORE_CALL || place == Trouble.Place.AFTER_CALL;
        int number = dice.between(1, call ? 45 : 100);
        return new Trouble.Crash(place, number, dice.between(0, 999), Duration.ofSeconds(dice.oneOf(OUTAGES)));
    }

    /** Faults of AWS and of the network, and what people do. */
    List<Trouble> faults() {
        List<Trouble> troubles = new ArrayList<>();
        int count = dice.few(5);
        for (int number = 0; number < count; number++) {
            troubles.add(call());
        }
        if (dice.chance(25)) {
            troubles.add(lateJob());
        }
        if (dice.chance(15)) {
            troubles.add(slowCall());
        }
        if (dice.chance(5)) {
            troubles.add(tellingError());
        }
        troubles.addAll(people());
        return troubles;
    }

    private List<Trouble> people() {
        if (!dice.chance(18)) {
            return List.of();
        }
        int event = dice.between(3, 90);
        Trouble cancel = new Trouble.Cancel(event, false);
        return dice.chance(35)
                ? List.of(cancel, new Trouble.Cancel(event + dice.between(0, 40), true))
                : List.of(cancel);
    }

    private Trouble call() {
        String call = CALLS.get(dice.between(0, dice.chance(55) ? 4 : CALLS.size() - 1));
        String[] words = call.split(" ");
        if (dice.chance(4)) {
            return inAws(Fault.of(FaultKind.ACCESS_DENIED).on(words[0], words[1]), call, "always");
        }
        FaultKind kind = dice.oneOf(KINDS);
        Fault fault = kind == FaultKind.ERROR ? error() : Fault.of(kind);
        int skip = dice.few(6);
        if (dice.chance(4)) {
            return inAws(fault.on(words[0], words[1]).skip(skip), call, "always, from number " + (skip + 1) + " on");
        }
        int times = dice.chance(85) ? dice.between(1, 3) : dice.between(4, 12);
        return inAws(
                fault.on(words[0], words[1]).skip(skip).times(times),
                call,
                times + " times, from number " + (skip + 1) + " on");
    }

    private Fault error() {
        return dice.chance(50) ? Fault.error("InternalServerException", 500) : Fault.error("ServiceUnavailable", 503);
    }

    /** Calls that lead elsewhere while the process works. */
    Trouble misled(boolean mayBeOtherAccount) {
        boolean account = dice.chance(50) && mayBeOtherAccount;
        Optional<Duration> lasts = dice.chance(60)
                ? Optional.of(Duration.ofSeconds(dice.oneOf(List.of(1, 45, 300, 2400, 15_000))))
                : Optional.empty();
        return new Trouble.Misled(dice.between(1, 90), dice.few(5), account, lasts);
    }

    private static Trouble inAws(Fault fault, String call, String when) {
        return new Trouble.InAws(fault, fault.kind() + " strikes " + call + " " + when + ".");
    }

    private Trouble lateJob() {
        int seconds = dice.between(3, 85);
        Fault fault = Fault.of(FaultKind.LATE_JOB)
                .skip(dice.few(2))
                .times(dice.between(1, 3))
                .effect(new FaultEffect(null, null, null, null, null, seconds));
        return new Trouble.InAws(fault, "New launch jobs are listed only " + seconds + " s later.");
    }

    private Trouble slowCall() {
        return new Trouble.SlowCall(dice.between(1, 40), Duration.ofSeconds(dice.between(5, 90)), dice.chance(60));
    }

    /** AWS repeats parameters in its messages. */
    private Trouble tellingError() {
        String message = "Value '" + Wire.WHAT_WAS_SENT + "' is not allowed";
        Fault fault = Fault.error("InvalidAutomationExecutionParametersException", 400)
                .on("ssm", "StartAutomationExecution")
                .times(1)
                .effect(new FaultEffect("InvalidAutomationExecutionParametersException", 400, message, null, null));
        return new Trouble.InAws(fault, "A start of a runbook is refused with a message that repeats secrets.");
    }

    /** The machine's clock is set, forward or back; or is wrong from the beginning. */
    List<Trouble> clockJumps() {
        List<Trouble> jumps = new ArrayList<>();
        int count = dice.chance(15) ? 1 + dice.few(2) : 0;
        for (int jump = 0; jump < count; jump++) {
            Duration by = dice.oneOf(JUMPS);
            jumps.add(new Trouble.ClockJump(
                    dice.chance(15) ? 0 : dice.between(2, 120),
                    dice.oneOf(MOMENTS),
                    dice.chance(50) ? by : by.negated()));
        }
        return jumps;
    }

    /** The disk is full, and the clock is set while no process knows of it: where a new engine has only the journal. */
    List<Trouble> ofTheJournal(boolean crashes) {
        List<Trouble> troubles = new ArrayList<>();
        boolean full = dice.chance(6);
        if (full) {
            Optional<Duration> lasts = dice.chance(70)
                    ? Optional.of(Duration.ofSeconds(dice.oneOf(List.of(1, 60, 600, 20_000))))
                    : Optional.empty();
            troubles.add(new Trouble.FullDisk(dice.between(0, 110), dice.between(0, 999), lasts));
        }
        if ((crashes || full) && dice.chance(20)) {
            Duration by = dice.oneOf(JUMPS);
            troubles.add(
                    new Trouble.ClockJump(0, Trouble.Moment.WHILE_NO_ENGINE_RUNS, dice.chance(25) ? by : by.negated()));
        }
        return troubles;
    }
}
