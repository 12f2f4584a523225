package io.jenkins.plugins.drs.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks one wave at a time: its own fields and what it refers to. */
final class WaveValidation {
    private final Map<String, ProtectionGroup> groups;
    private final ActionValidation actionValidation;
    private final Problems problems;

    WaveValidation(Map<String, ProtectionGroup> groups, ActionValidation actionValidation, Problems problems) {
        this.groups = groups;
        this.actionValidation = actionValidation;
        this.problems = problems;
    }

    void check(Wave wave, JsonPointer at, WaveNames names) {
        Texts.name("wave name", wave.waveName(), at.child("waveName"), problems);
        groupReferences(wave.protectionGroupNames(), at);
        wave.dependsOn().ifPresent(list -> dependencies(list, at.child("dependsOn"), names));
        WavePolicy policy = wave.policy();
        Durations.check(policy.maxWaitTime(), Durations.LONGEST_WAIT, at.child("maxWaitTime"), problems);
        Durations.check(
                policy.validation().maxWaitTime(),
                Durations.LONGEST_WAIT,
                at.child("validation").child("maxWaitTime"),
                problems);
        actionValidation.check(wave.preWaveActions(), at.child("preWaveActions"));
        actionValidation.check(wave.postWaveActions(), at.child("postWaveActions"));
    }

    private void groupReferences(List<String> names, JsonPointer at) {
        if (names.isEmpty()) {
            problems.error(
                    at.child("protectionGroupName"),
                    "The wave has no protection group",
                    "Name one as protectionGroupName, or several as protectionGroupNames");
        }
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            if (!groups.containsKey(Texts.key(name))) {
                problems.error(
                        at.child("protectionGroupNames").child(index),
                        "There is no protection group " + Shown.quoted(name),
                        remedy(nearestGroup(name), "Name one of the document's protectionGroups"));
            }
        }
    }

    private Optional<String> nearestGroup(String name) {
        return Suggestion.nearest(name, groups.keySet())
                .map(key -> groups.get(key).groupName());
    }

    private void dependencies(List<String> names, JsonPointer at, WaveNames waves) {
        for (int index = 0; index < names.size(); index++) {
            if (!waves.contains(names.get(index))) {
                problems.error(
                        at.child(index),
                        "The plan has no wave " + Shown.quoted(names.get(index)),
                        remedy(waves.nearest(names.get(index)), "Name waves of the same plan"));
            }
        }
    }

    private static String remedy(Optional<String> nearest, String otherwise) {
        return nearest.map(name -> "Did you mean " + Shown.quoted(name) + "?").orElse(otherwise);
    }
}
