package io.jenkins.plugins.drs.engine.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks one recovery plan at a time. */
final class PlanValidation {
    private final WaveValidation waveValidation;
    private final Map<String, ProtectionGroup> groups;
    private final Problems problems;

    PlanValidation(Set<String> accountIds, Map<String, ProtectionGroup> groups, Problems problems) {
        this.groups = groups;
        this.problems = problems;
        waveValidation = new WaveValidation(groups, new ActionValidation(accountIds, problems), problems);
    }

    void check(RecoveryPlan plan, JsonPointer at) {
        Texts.name("plan name", plan.planName(), at.child("planName"), problems);
        Texts.description(plan.description(), at.child("description"), problems);
        objective(plan.rto(), at.child("rto"));
        objective(plan.rpo(), at.child("rpo"));
        schedule(plan.schedule().drills(), "H 3 * * 6", at.child("schedule"));
        schedule(
                plan.schedule().checks().filter(text -> !text.strip().equals(PlanSchedule.NEVER)),
                "H 6 * * *",
                at.child("checkSchedule"));
        waves(plan, at.child("waves"));
    }

    private void objective(Optional<Duration> objective, JsonPointer at) {
        objective.ifPresent(duration -> Durations.check(duration, Durations.LONGEST_OBJECTIVE, at, problems));
    }

    private void schedule(Optional<String> schedule, String example, JsonPointer at) {
        schedule.flatMap(CronShape::mistake)
                .ifPresent(mistake -> problems.error(
                        at,
                        mistake,
                        "Write Jenkins cron such as '" + example + "': minute, hour, day, month, day of week"));
    }

    private void waves(RecoveryPlan plan, JsonPointer at) {
        List<Wave> waves = plan.waves();
        if (waves.isEmpty()) {
            problems.error(at, "The plan has no waves", "Write at least one wave with a protection group");
            return;
        }
        Texts.Unique unique = new Texts.Unique("wave name", problems);
        PlanMembers members = new PlanMembers(groups, problems);
        WaveNames names = WaveNames.of(waves);
        for (int index = 0; index < waves.size(); index++) {
            waveValidation.check(waves.get(index), at.child(index), names);
            unique.add(waves.get(index).waveName(), at.child(index).child("waveName"));
            members.add(waves.get(index), at.child(index));
        }
        cycle(waves, names, at);
    }

    private void cycle(List<Wave> waves, WaveNames names, JsonPointer at) {
        List<String> cycle = names.areUnique() ? WaveGraph.of(waves).cycle() : List.of();
        if (cycle.isEmpty()) {
            return;
        }
        int index = names.indexOf(cycle.get(0));
        problems.error(
                at.child(index).child("dependsOn"),
                "The waves wait for each other: " + described(cycle),
                "Remove one of these dependencies; a wave without dependsOn waits for the wave before it");
    }

    private static String described(List<String> cycle) {
        List<String> shown = cycle.stream().limit(20).map(Shown::plain).toList();
        return String.join(" -> ", shown) + (cycle.size() > shown.size() ? " -> ..." : "");
    }
}
