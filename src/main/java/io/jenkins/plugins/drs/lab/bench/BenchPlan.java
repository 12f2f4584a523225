package io.jenkins.plugins.drs.lab.bench;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WavePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The generated plan: database, cache beside it, application after both, web after that. Each wave has a protection
 * group in every place, a runbook before it and one after it.
 */
final class BenchPlan {
    static final String NAME = "Bench";
    static final String ROLE = "DRSOrchestrationRole";
    static final String TAG = "DR-Wave";

    /** Name, share of the servers in sixths, seconds of the runbooks before and after it, waves that it depends on. */
    record Tier(String name, int sixths, int secondsBefore, int secondsAfter, List<String> after) {}

    static final List<Tier> TIERS = List.of(
            new Tier("Database", 2, 23, 47, List.of()),
            new Tier("Cache", 1, 11, 19, List.of()),
            new Tier("Application", 2, 31, 71, List.of("Database", "Cache")),
            new Tier("Web", 1, 17, 53, List.of("Application")));

    private static final Duration LONG = Duration.ofHours(4);

    private BenchPlan() {}

    static DrConfiguration of(BenchSize size) {
        List<ProtectionGroup> groups = new ArrayList<>();
        TIERS.forEach(tier -> size.targets().forEach(target -> groups.add(group(tier, target))));
        RecoveryPlan plan = RecoveryPlan.of(
                NAME, TIERS.stream().map(tier -> wave(tier, size)).toList());
        return new DrConfiguration(ExportMetadata.NONE, accounts(size), groups, List.of(plan), Map.of());
    }

    private static List<TargetAccount> accounts(BenchSize size) {
        return size.targets().stream()
                .flatMap(target -> target.accountId().stream())
                .distinct()
                .map(account -> new TargetAccount(account, "", ROLE, Optional.empty(), Map.of()))
                .toList();
    }

    private static String groupName(Tier tier, Target target) {
        return tier.name() + " in " + target;
    }

    private static ProtectionGroup group(Tier tier, Target target) {
        ServerSelection selection = new ServerSelection(Map.of(TAG, tier.name()), List.of());
        return ProtectionGroup.of(groupName(tier, target), target, selection);
    }

    private static Wave wave(Tier tier, BenchSize size) {
        List<String> groups =
                size.targets().stream().map(target -> groupName(tier, target)).toList();
        return Wave.of(tier.name(), groups)
                .after(tier.after())
                .withPolicy(WavePolicy.DEFAULT.withMaxWaitTime(LONG))
                .withActions(List.of(action(tier, "before")), List.of(action(tier, "after")));
    }

    static String documentName(Tier tier, String when) {
        return "Bench-" + tier.name() + "-" + when;
    }

    private static AutomationAction action(Tier tier, String when) {
        return new AutomationAction(
                when + " " + tier.name(),
                new AutomationAction.Document(documentName(tier, when), Optional.empty()),
                Map.of(),
                AutomationAction.DEFAULT_MAX_WAIT,
                OnFailure.STOP,
                Optional.empty(),
                Map.of());
    }
}
