package io.jenkins.plugins.drs.engine.execution.preflight;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where a plan reaches: its groups, actions and targets. */
public record PlanScope(DrConfiguration configuration, RecoveryPlan plan) {

    /** A protection group in its place in the plan. */
    public record Member(Wave wave, ProtectionGroup group) {}

    /** An action with the place where it runs. */
    public record PlacedAction(Wave wave, AutomationAction action, Target target) {}

    /** Every account and Region that the plan works in, in a stable order. */
    public Set<Target> targets() {
        Set<Target> targets = new TreeSet<>();
        members().forEach(member -> targets.add(member.group().target()));
        actions().forEach(action -> targets.add(action.target()));
        return targets;
    }

    /** Every group of every wave, in plan order. */
    public List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (Wave wave : plan.waves()) {
            groupsOf(wave).forEach(group -> members.add(new Member(wave, group)));
        }
        return members;
    }

    /** The groups of waves in one target, in plan order. */
    public List<Member> membersIn(Target target) {
        return members().stream()
                .filter(member -> member.group().target().equals(target))
                .toList();
    }

    /** Every action, in plan order. */
    public List<PlacedAction> actions() {
        List<PlacedAction> actions = new ArrayList<>();
        for (Wave wave : plan.waves()) {
            Stream.concat(wave.preWaveActions().stream(), wave.postWaveActions().stream())
                    .forEach(action -> actions.add(new PlacedAction(wave, action, targetOf(wave, action))));
        }
        return actions;
    }

    /**
     * Where an action runs: where it says or, where it does not, where the wave's first group is.
     *
     * @throws IllegalStateException when neither says; validation of the plan refuses that
     */
    public Target targetOf(Wave wave, AutomationAction action) {
        Optional<Target> first =
                groupsOf(wave).stream().map(ProtectionGroup::target).findFirst();
        return action.target()
                .or(() -> first)
                .orElseThrow(() -> new IllegalStateException("Expected a Region for action '" + action.name()
                        + "' of wave '" + wave.waveName() + "', but neither it nor a protection group names one"));
    }

    private List<ProtectionGroup> groupsOf(Wave wave) {
        return wave.protectionGroupNames().stream()
                .flatMap(name -> configuration.group(name).stream())
                .toList();
    }
}
