package io.jenkins.plugins.drs.engine.result;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.Map;

/** The name of a step of preflight for people; steps are keyed {@code kind/account/region[/subject]}. */
final class StepName {
    private static final Map<String, String> KINDS = Map.of(
            "identify", "credentials",
            "servers", "source servers",
            "network", "network",
            "runbook", "runbook",
            "reference", "secret",
            "leftovers", "leftovers",
            "in use", "servers in use",
            "wait", "jobs of earlier drills",
            "unnamed", "instances without tags",
            "spared", "instances of running drills");

    private StepName() {}

    static String of(String step) {
        String[] parts = step.split("/", 4);
        if (parts.length < 3 || !KINDS.containsKey(parts[0])) {
            return step;
        }
        String subject = parts.length > 3 ? " " + parts[3] : "";
        return KINDS.get(parts[0]) + subject + " in " + Target.parse(parts[1] + "/" + parts[2]);
    }
}
