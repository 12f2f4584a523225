package io.jenkins.plugins.drs.plugin.configuration.store;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.List;

/** What the waves of all plans call a protection group. */
final class GroupNames {
    private GroupNames() {}

    static DrConfiguration renamed(DrConfiguration all, String former, String name) {
        List<RecoveryPlan> plans = all.recoveryPlans().stream()
                .map(plan -> renamed(plan, former, name))
                .toList();
        return all.withPlans(plans);
    }

    private static RecoveryPlan renamed(RecoveryPlan plan, String former, String name) {
        List<Wave> waves =
                plan.waves().stream().map(wave -> renamed(wave, former, name)).toList();
        return plan.withWaves(waves);
    }

    private static Wave renamed(Wave wave, String former, String name) {
        return wave.withGroups(wave.protectionGroupNames().stream()
                .map(group -> group.equalsIgnoreCase(former) ? name : group)
                .toList());
    }
}
