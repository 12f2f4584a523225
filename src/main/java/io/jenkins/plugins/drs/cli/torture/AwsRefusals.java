package io.jenkins.plugins.drs.cli.torture;

import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;

/** Tells where AWS or a person kept an execution from taking everything down. */
final class AwsRefusals {
    /** More failures than this in a row may outlast an action's time. */
    private static final int MANY = 3;

    /** From then on a detour may take most of the time that cleanup has. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private AwsRefusals() {}

    /** Whether something may have been left behind that nobody asked to stay. */
    static boolean mayExcuse(Outcome outcome) {
        Scenario scenario = outcome.scenario();
        boolean atOnce = scenario.troubles(Trouble.Cancel.class).stream().anyMatch(Trouble.Cancel::atOnce);
        boolean stubborn = scenario.machines().stream()
                .anyMatch(machine -> machine.has(FaultKind.REFUSE_TERMINATE) || machine.has(FaultKind.HANG_JOB));
        boolean refused = scenario.troubles(Trouble.InAws.class).stream()
                .map(Trouble.InAws::fault)
                .anyMatch(AwsRefusals::lasts);
        boolean misled =
                scenario.troubles(Trouble.StrangeAnswer.class).stream().anyMatch(answer -> answer.times() > MANY);
        boolean led = scenario.troubles(Trouble.Misled.class).stream()
                .anyMatch(detour ->
                        detour.lasts().filter(time -> time.compareTo(LONG) < 0).isEmpty());
        boolean twoAtOnce = !scenario.troubles(Trouble.TwoAtOnce.class).isEmpty();
        return led || twoAtOnce || atOnce || stubborn || refused || misled;
    }

    /** Whether AWS may never say who calls, so that a resumed execution cannot know where it is. */
    static boolean hideWhoCalls(Scenario scenario) {
        return scenario.troubles(Trouble.InAws.class).stream()
                .map(Trouble.InAws::fault)
                .anyMatch(fault -> "GetCallerIdentity".equals(fault.match().operation())
                        && fault.when().times() == null);
    }

    private static boolean lasts(Fault fault) {
        return fault.when().times() == null || fault.when().times() > MANY;
    }
}
