package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.event.Origin;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.lab.torture.Scenario.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Draws a whole scenario from its seed. The order of the draws is part of what a seed means. */
final class ScenarioDraw {
    static final Origin ORIGIN = new Origin("torture", "torture", "1", true);
    private static final long ROTATION = 0x5ec2e7L << 36;
    private static final long LATER_DRAWS = 0x2026_11_30L << 32;
    private static final long REQUESTS = 0x2026_12_02L << 32;
    private static final long STRANGE_ANSWERS = 0x2026_12_01L << 32;
    private static final long TWO_AT_ONCE = 0x2026_12_03L << 32;
    private static final long MISLED = 0x2026_12_04L << 32;
    private static final long EARLIER_ANSWERS = 0x2026_12_05L << 32;
    private static final Target HOME = Target.own("us-east-1");

    private final long seed;
    private final Dice dice;
    private final EnvironmentDraw world;
    private final List<String> secrets;

    private ScenarioDraw(long seed) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.world = new EnvironmentDraw(dice, seed);
        this.secrets = List.of(
                "Pa55\"" + seed + "&managed/\u00e9 <1>",
                "K3y'" + seed + "\\stored+\n",
                "N3w\"" + seed + "&managed/\u00e9 <2>",
                "N3w'" + seed + "\\stored+\n");
    }

    /** The scenario of a seed, always the same. */
    static Scenario of(long seed) {
        return new ScenarioDraw(seed).draw();
    }

    private Scenario draw() {
        boolean withRoles = dice.chance(5);
        List<Target> targets = targets(withRoles);
        OptionalInt rotation = rotation();
        targets.forEach(target -> world.secrets(target, secrets, rotation));
        boolean small = dice.chance(35);
        QuotaLimits limits = small ? smallLimits() : QuotaLimits.AWS_DEFAULT;
        world.limits(limits, !small || dice.chance(50));
        boolean flaws = dice.chance(35) && !small;
        PlanDraw plan = new PlanDraw(dice, world, mood(targets, flaws));
        plan.draw();
        RunOptions options =
                new RunOptions(dice.chance(10), dice.chance(8), false, Duration.ofMinutes(dice.between(30, 45)));
        Mode mode = dice.chance(6) ? Mode.RECOVERY : Mode.DRILL;
        boolean refused = mode == Mode.DRILL && dice.chance(5);
        boolean contested = surroundings(plan, small);
        if (refused) {
            world.inProduction(dice.oneOf(plan.machines()));
        }
        Scenario.Traits traits = new Scenario.Traits(
                seed % 50 == 0, withRoles, contested, refused, plan.hasTroubledActions(), dice.chance(85));
        ExecutionStarted asked = new RequestDraw(new Dice(seed ^ REQUESTS)).of(first(plan, targets, options, mode));
        boolean drill = asked.mode() == Mode.DRILL;
        return new Scenario(
                seed,
                asked,
                world.json(),
                plan.machines(),
                limits,
                troubles(drill && !small && !withRoles && !contested && seed % 50 != 0, withRoles),
                secrets,
                traits);
    }

    private List<Target> targets(boolean withRoles) {
        List<Target> targets = new ArrayList<>(List.of(HOME));
        if (dice.chance(25)) {
            targets.add(Target.own("eu-west-1"));
        }
        if (withRoles) {
            targets.add(new Target(Optional.of(EnvironmentDraw.OTHER_ACCOUNT), "us-east-1"));
        }
        return targets;
    }

    /** What older seeds mean stays the same. */
    private OptionalInt rotation() {
        Dice own = new Dice(seed ^ ROTATION);
        return own.chance(40) ? OptionalInt.of(own.between(1, 300)) : OptionalInt.empty();
    }

    private QuotaLimits smallLimits() {
        int perJob = dice.between(1, 3);
        return new QuotaLimits(dice.between(1, 3), perJob, perJob + dice.between(0, 4));
    }

    private PlanDraw.Mood mood(List<Target> targets, boolean flaws) {
        Duration limit = flaws ? Duration.ofSeconds(dice.between(300, 700)) : Duration.ofHours(2);
        return new PlanDraw.Mood(targets, flaws, dice.chance(25), limit);
    }

    /** Other people's instances and jobs; whether one of those has a server of the plan. */
    private boolean surroundings(PlanDraw plan, boolean small) {
        if (dice.chance(30)) {
            world.strangers(HOME);
        }
        if (!dice.chance(30)) {
            return false;
        }
        Machine machine = dice.oneOf(plan.machines());
        boolean contested = dice.chance(30);
        world.foreignJob(
                contested ? machine.target() : HOME,
                small ? 1 : dice.between(1, 90),
                contested ? List.of(machine.id()) : List.of());
        return contested;
    }

    private ExecutionStarted first(PlanDraw plan, List<Target> targets, RunOptions options, Mode mode) {
        RecoveryPlan recovery = RecoveryPlan.of("Plan", plan.waves());
        List<TargetAccount> accounts = targets.stream()
                .flatMap(target -> target.accountId().stream())
                .map(id -> new TargetAccount(id, "", EnvironmentDraw.ROLE, Optional.empty(), Map.of()))
                .toList();
        DrConfiguration configuration =
                new DrConfiguration(ExportMetadata.NONE, accounts, plan.groups(), List.of(recovery), Map.of());
        return new ExecutionStarted("torture-" + seed, mode, "Plan", configuration, "0".repeat(64), options, ORIGIN);
    }

    /** A third of all runs is disturbed by crashes and clocks alone, so that its end can be compared with the undisturbed one. */
    private List<Trouble> troubles(boolean mayHaveCompany, boolean withRoles) {
        TroubleDraw draw = new TroubleDraw(dice);
        List<Trouble> troubles = new ArrayList<>(draw.interruptions());
        if (dice.chance(67)) {
            troubles.addAll(draw.faults());
        }
        troubles.addAll(draw.clockJumps());
        boolean crashes = troubles.stream().anyMatch(Trouble.Crash.class::isInstance);
        troubles.addAll(new TroubleDraw(new Dice(~seed)).ofTheJournal(crashes)); // what older seeds mean stays the same
        troubles.addAll(new RefusalDraw(new Dice(seed ^ LATER_DRAWS)).troubles(crashes));
        troubles.addAll(new CombinationDraw(new Dice(~seed ^ LATER_DRAWS)).troubles());
        List<Trouble> answers = new AnswerDraw(new Dice(seed ^ STRANGE_ANSWERS)).troubles();
        troubles.addAll(answers);
        if (!answers.isEmpty()) {
            troubles.addAll(new CombinationDraw(new Dice(~seed ^ STRANGE_ANSWERS)).besideStrangeAnswers());
        }
        boolean quiet = troubles.stream().allMatch(Trouble.Crash.class::isInstance);
        Dice later = new Dice(seed ^ TWO_AT_ONCE);
        if (mayHaveCompany && quiet && later.chance(15)) {
            troubles.add(new Trouble.TwoAtOnce(later.between(1, 60), later.chance(50)));
            return troubles;
        }
        Dice misled = new Dice(seed ^ MISLED);
        if (misled.chance(8)) {
            troubles.add(new TroubleDraw(misled).misled(!withRoles));
        }
        troubles.addAll(new AnswerDraw(new Dice(seed ^ EARLIER_ANSWERS)).earlierOnes());
        return troubles;
    }

    /** Draws what somebody may ask for: a check and no more, or a recovery that an operator has to confirm. */
    private static final class RequestDraw {
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
}
