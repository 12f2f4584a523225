package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Tells where AWS or a person kept an execution from taking everything down. */
final class AwsRefusals {
    /** More failures than this in a row may outlast an action's time. */
    private static final int MANY = 3;

    /** So many failures take as long as a detour. */
    private static final int LIKE_A_DETOUR = 2;

    /** From then on a detour may take most of the time that cleanup has. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private AwsRefusals() {}

    /** Whether something may have been left behind that nobody asked to stay. */
    static boolean mayExcuse(Outcome outcome) {
        Scenario scenario = outcome.scenario();
        boolean atOnce = scenario.troubles(Trouble.Cancel.class).stream().anyMatch(Trouble.Cancel::atOnce);
        boolean stubborn = scenario.machines().stream()
                .anyMatch(machine -> machine.has(FaultKind.REFUSE_TERMINATE) || machine.has(FaultKind.HANG_JOB));
        boolean led = !scenario.troubles(Trouble.Misled.class).isEmpty();
        boolean refused =
                failures(scenario).values().stream().anyMatch(times -> times + (led ? LIKE_A_DETOUR : 0) > MANY);
        boolean ledFar = scenario.troubles(Trouble.Misled.class).stream()
                .anyMatch(detour ->
                        detour.lasts().filter(time -> time.compareTo(LONG) < 0).isEmpty());
        boolean twoAtOnce = !scenario.troubles(Trouble.TwoAtOnce.class).isEmpty();
        return ledFar || twoAtOnce || atOnce || stubborn || refused;
    }

    /**
     * Whether it may never be known who calls, so that a resumed execution cannot know where it is: AWS does not say it, or the
     * answer to another call says something else.
     */
    static boolean hideWhoCalls(Scenario scenario) {
        return failures(scenario).getOrDefault("GetCallerIdentity", 0L) >= Trouble.StrangeAnswer.ALWAYS
                || scenario.troubles(Trouble.StrangeAnswer.class).stream()
                        .anyMatch(answer -> answer.operation().equals("GetCallerIdentity")
                                && answer.how() == Trouble.StrangeAnswer.How.THE_ONE_BEFORE);
    }

    /** How often calls of each operation fail in a row, at most. */
    private static Map<String, Long> failures(Scenario scenario) {
        Map<String, Long> failures = new HashMap<>();
        scenario.troubles(Trouble.InAws.class).stream()
                .map(Trouble.InAws::fault)
                .forEach(fault -> failures.merge(
                        String.valueOf(fault.match().operation()),
                        fault.when().times() == null
                                ? (long) Trouble.StrangeAnswer.ALWAYS
                                : fault.when().times().longValue(),
                        Long::sum));
        scenario.troubles(Trouble.StrangeAnswer.class)
                .forEach(answer -> failures.merge(answer.operation(), (long) answer.times(), Long::sum));
        return failures;
    }
}
