package io.jenkins.plugins.drs.engine.online;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where the groups and actions of a configuration stand in it, and in which accounts and Regions they work. */
final class ConfigurationPlaces {
    private final Map<Target, Places> targets = new TreeMap<>();
    private final Map<String, Target> targetOfGroup = new HashMap<>();

    /** What works in one account and Region. */
    record Places(List<PlacedGroup> groups, List<PlacedAction> actions) {}

    record PlacedGroup(ProtectionGroup group, JsonPointer at) {}

    record PlacedAction(AutomationAction action, JsonPointer at) {}

    ConfigurationPlaces(DrConfiguration configuration) {
        JsonPointer groups = JsonPointer.ROOT.child("protectionGroups");
        for (int index = 0; index < configuration.protectionGroups().size(); index++) {
            ProtectionGroup group = configuration.protectionGroups().get(index);
            targetOfGroup.putIfAbsent(key(group.groupName()), group.target());
            places(group.target()).groups().add(new PlacedGroup(group, groups.child(index)));
        }
        JsonPointer plans = JsonPointer.ROOT.child("recoveryPlans");
        for (int index = 0; index < configuration.recoveryPlans().size(); index++) {
            actions(configuration.recoveryPlans().get(index), plans.child(index).child("waves"));
        }
    }

    Map<Target, Places> targets() {
        return targets;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Places places(Target target) {
        return targets.computeIfAbsent(target, any -> new Places(new ArrayList<>(), new ArrayList<>()));
    }

    private void actions(RecoveryPlan plan, JsonPointer waves) {
        for (int index = 0; index < plan.waves().size(); index++) {
            Wave wave = plan.waves().get(index);
            actions(wave, wave.preWaveActions(), waves.child(index).child("preWaveActions"));
            actions(wave, wave.postWaveActions(), waves.child(index).child("postWaveActions"));
        }
    }

    /** An action runs where it says or, where it does not, where the wave's first group is. */
    private void actions(Wave wave, List<AutomationAction> actions, JsonPointer at) {
        Optional<Target> first =
                wave.protectionGroupNames().stream().findFirst().map(name -> targetOfGroup.get(key(name)));
        for (int index = 0; index < actions.size(); index++) {
            PlacedAction action = new PlacedAction(actions.get(index), at.child(index));
            action.action().target().or(() -> first).ifPresent(target -> places(target)
                    .actions()
                    .add(action));
        }
    }
}
