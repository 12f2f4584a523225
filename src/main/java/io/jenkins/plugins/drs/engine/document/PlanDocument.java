package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of a configuration that one plan, or some plans, need. */
public final class PlanDocument {
    private PlanDocument() {}

    /**
     * A configuration with that plan, the groups of its waves and the accounts of those groups and of its actions, in
     * the order of the configuration. Export metadata and unknown top-level fields stay behind.
     *
     * @param planName without regard to case
     * @throws NoSuchElementException if the configuration has no such plan
     */
    public static DrConfiguration extract(DrConfiguration configuration, String planName) {
        return extract(configuration, List.of(planName));
    }

    /**
     * The same for several plans, in the order of the configuration.
     *
     * @throws NoSuchElementException if the configuration lacks one of them
     */
    public static DrConfiguration extract(DrConfiguration configuration, Collection<String> planNames) {
        Set<String> keys = new HashSet<>();
        for (String planName : planNames) {
            configuration
                    .plan(planName)
                    .orElseThrow(() -> new NoSuchElementException(
                            "Expected a plan '" + planName + "', but the configuration has none of that name"));
            keys.add(key(planName));
        }
        List<RecoveryPlan> plans = configuration.recoveryPlans().stream()
                .filter(plan -> keys.contains(key(plan.planName())))
                .toList();
        List<ProtectionGroup> groups = groups(configuration, plans);
        Set<String> accountIds = Stream.concat(groups.stream().map(ProtectionGroup::target), targets(plans))
                .flatMap(target -> target.accountId().stream())
                .collect(Collectors.toSet());
        List<TargetAccount> accounts = configuration.targetAccounts().stream()
                .filter(account -> accountIds.contains(account.accountId()))
                .toList();
        return new DrConfiguration(ExportMetadata.NONE, accounts, groups, plans, Map.of());
    }

    /** The bytes whose hash identifies the plan with all that it uses. Spelling and layout of the document do not matter. */
    public static byte[] canonicalJson(DrConfiguration configuration, String planName) {
        return DocumentWriter.canonicalJson(extract(configuration, planName));
    }

    private static List<ProtectionGroup> groups(DrConfiguration configuration, List<RecoveryPlan> plans) {
        Set<String> names = plans.stream()
                .flatMap(plan -> plan.waves().stream())
                .flatMap(wave -> wave.protectionGroupNames().stream())
                .map(PlanDocument::key)
                .collect(Collectors.toSet());
        return configuration.protectionGroups().stream()
                .filter(group -> names.contains(key(group.groupName())))
                .toList();
    }

    private static Stream<Target> targets(List<RecoveryPlan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.waves().stream())
                .flatMap(PlanDocument::actions)
                .flatMap(action -> action.target().stream());
    }

    private static Stream<AutomationAction> actions(Wave wave) {
        return Stream.concat(wave.preWaveActions().stream(), wave.postWaveActions().stream());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
