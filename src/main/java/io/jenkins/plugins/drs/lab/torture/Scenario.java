package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.event.LifecycleEvent.ExecutionStarted;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything about a run that a seed decides.
 *
 * @param first the plan, and how it is to be run
 * @param environment the simulated AWS, in JSON
 * @param machines the servers of the plan
 * @param limits of every account and Region
 * @param troubles in no order
 * @param secrets values that nobody may see
 * @param traits what the checks have to know
 */
record Scenario(
        long seed,
        ExecutionStarted first,
        String environment,
        List<Machine> machines,
        QuotaLimits limits,
        List<Trouble> troubles,
        List<String> secrets,
        Traits traits) {

    /** Cleanup gets its time again after a crash. */
    private static final Duration ONE_DELAY = Duration.ofMinutes(50);

    Scenario {
        machines = List.copyOf(machines);
        troubles = List.copyOf(troubles);
        secrets = List.copyOf(secrets);
    }

    /**
     * Traits of a scenario.
     *
     * @param overHttp whether calls go over sockets
     * @param withRoles whether a role is assumed in another account
     * @param contested whether a server of the plan is in somebody else's job for a while
     * @param refused whether preflight must refuse the plan
     * @param troubledActions whether an action fails or hangs
     * @param approved whether people approve paused waves
     */
    record Traits(
            boolean overHttp,
            boolean withRoles,
            boolean contested,
            boolean refused,
            boolean troubledActions,
            boolean approved) {}

    RecoveryPlan plan() {
        return first.configuration().plan(first.planName()).orElseThrow();
    }

    String executionId() {
        return first.executionId();
    }

    <T extends Trouble> List<T> troubles(Class<T> type) {
        return troubles.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The same without one of its troubles. */
    Scenario without(int trouble) {
        List<Trouble> others = new ArrayList<>(troubles);
        others.remove(trouble);
        return with(others);
    }

    Scenario with(List<Trouble> others) {
        return new Scenario(seed, first, environment, machines, limits, others, secrets, traits);
    }

    /** Whether nothing stands between this drill and its good end. */
    boolean mustComplete() {
        boolean wanted = isCalm();
        boolean sound = machines.stream().allMatch(machine -> machine.flaw().isEmpty());
        return wanted && sound && traits.approved() && !traits.refused() && !traits.troubledActions();
    }

    /** Whether the end of the run does not depend on when something happens. */
    boolean isCalm() {
        return !traits.contested() && traits.approved() && troubles.stream().allMatch(Scenario::isHarmless);
    }

    /** By how much crashes, suspensions and clocks may make it longer. */
    Duration delay() {
        Duration delay = ONE_DELAY.multipliedBy(troubles.size());
        for (Trouble.Crash crash : troubles(Trouble.Crash.class)) {
            delay = delay.plus(crash.outage());
        }
        for (Trouble.FullDisk disk : troubles(Trouble.FullDisk.class)) {
            delay = delay.plus(disk.lasts().orElse(Duration.ZERO));
        }
        for (Trouble.Suspend suspend : troubles(Trouble.Suspend.class)) {
            delay = delay.plus(suspend.length());
        }
        return delay;
    }

    private static boolean isHarmless(Trouble trouble) {
        return trouble instanceof Trouble.Crash
                || trouble instanceof Trouble.Suspend
                || trouble instanceof Trouble.ClockJump
                || trouble instanceof Trouble.SecondProcess
                || trouble instanceof Trouble.DamagedJournal
                || trouble instanceof Trouble.OtherWorld
                || trouble instanceof Trouble.FullDisk disk && disk.lasts().isPresent();
    }

    /**
     * A source server of the plan.
     *
     * @param flaw what is wrong with it whenever it is launched or taken down
     */
    record Machine(String hostname, String wave, Target target, Optional<FaultKind> flaw) {
        static final Set<FaultKind> KEEPS_FROM_LAUNCHING =
                Set.of(FaultKind.FAIL_SNAPSHOT, FaultKind.FAIL_CONVERSION, FaultKind.FAIL_LAUNCH, FaultKind.HANG_JOB);

        /** Its id: the host name, in the form of DRS. */
        String id() {
            String letters = hostname.replaceAll("[^a-z0-9]", "");
            return "s-" + "0".repeat(17 - letters.length()) + letters;
        }

        boolean has(FaultKind kind) {
            return flaw.filter(kind::equals).isPresent();
        }

        boolean cannotLaunch() {
            return flaw.filter(KEEPS_FROM_LAUNCHING::contains).isPresent();
        }
    }
}
