package io.jenkins.plugins.drs.engine.document.transfer;

import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.document.Sha256;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells each plan of a configuration, with the groups and accounts that it uses, from what it was at another time.
 * Two are the same when they mean the same: neither spelling nor the order in the configuration matters.
 */
public final class PlanFingerprints {
    private final Map<String, String> byPlan = new HashMap<>();

    private PlanFingerprints() {}

    /** Computes those of all plans; the groups are looked at once, however many plans there are. */
    public static PlanFingerprints of(DrConfiguration configuration) {
        Map<String, ProtectionGroup> groups = new HashMap<>();
        configuration.protectionGroups().forEach(group -> groups.put(key(group.groupName()), group));
        PlanFingerprints prints = new PlanFingerprints();
        for (RecoveryPlan plan : configuration.recoveryPlans()) {
            List<ProtectionGroup> used = plan.waves().stream()
                    .flatMap(wave -> wave.protectionGroupNames().stream())
                    .map(name -> groups.get(key(name)))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            DrConfiguration part = new DrConfiguration(
                    ExportMetadata.NONE, configuration.targetAccounts(), used, List.of(plan), Map.of());
            prints.byPlan.put(key(plan.planName()), Sha256.of(PlanDocument.canonicalJson(part, plan.planName())));
        }
        return prints;
    }

    /** The plans of a document, with its own groups and accounts, and with those of another one where it lacks them. */
    public static DrConfiguration over(DrConfiguration others, DrConfiguration document) {
        List<TargetAccount> accounts = Stream.concat(
                        document.targetAccounts().stream(),
                        others.targetAccounts().stream().filter(account -> document.account(account.accountId())
                                .isEmpty()))
                .toList();
        Set<String> own = document.protectionGroups().stream()
                .map(group -> key(group.groupName()))
                .collect(Collectors.toSet());
        List<ProtectionGroup> groups = Stream.concat(
                        document.protectionGroups().stream(),
                        others.protectionGroups().stream().filter(group -> !own.contains(key(group.groupName()))))
                .toList();
        return new DrConfiguration(ExportMetadata.NONE, accounts, groups, document.recoveryPlans(), Map.of());
    }

    /** 64 hexadecimal digits; empty text for a plan that there is not. */
    public String of(String planName) {
        return byPlan.getOrDefault(key(planName), "");
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
