package io.jenkins.plugins.drs.plugin.pages.items;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which items name which others. Names are the same without regard to case. */
final class Usage {
    static final Usage NONE = new Usage();

    private final Map<String, Set<String>> users = new LinkedHashMap<>();

    private Usage() {}

    /** The plans that use each protection group. */
    static Usage ofGroups(DrConfiguration configuration) {
        Usage usage = new Usage();
        for (RecoveryPlan plan : configuration.recoveryPlans()) {
            for (Wave wave : plan.waves()) {
                wave.protectionGroupNames().forEach(group -> usage.add(group, plan.planName()));
            }
        }
        return usage;
    }

    /** The groups, and the plans whose actions, work in each account. */
    static Usage ofAccounts(DrConfiguration configuration) {
        Usage usage = new Usage();
        for (ProtectionGroup group : configuration.protectionGroups()) {
            group.target().accountId().ifPresent(account -> usage.add(account, group.groupName()));
        }
        for (RecoveryPlan plan : configuration.recoveryPlans()) {
            plan.waves().stream()
                    .flatMap(Usage::actions)
                    .flatMap(action -> action.target().stream())
                    .flatMap(target -> target.accountId().stream())
                    .forEach(account -> usage.add(account, plan.planName()));
        }
        return usage;
    }

    private static Stream<AutomationAction> actions(Wave wave) {
        return Stream.concat(wave.preWaveActions().stream(), wave.postWaveActions().stream());
    }

    private void add(String used, String user) {
        users.computeIfAbsent(used.toLowerCase(Locale.ROOT), first -> new LinkedHashSet<>())
                .add(user);
    }

    /** In the order of the configuration; empty when nobody does. */
    List<String> of(String name) {
        return new ArrayList<>(users.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()));
    }
}
