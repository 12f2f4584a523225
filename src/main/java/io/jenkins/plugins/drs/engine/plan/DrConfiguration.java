package io.jenkins.plugins.drs.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that people configure: target accounts, protection groups and recovery plans.
 *
 * @param unknown top-level fields of the document that this version does not know, kept as they were
 */
public record DrConfiguration(
        ExportMetadata metadata,
        List<TargetAccount> targetAccounts,
        List<ProtectionGroup> protectionGroups,
        List<RecoveryPlan> recoveryPlans,
        Map<String, Object> unknown) {

    public static final DrConfiguration EMPTY =
            new DrConfiguration(ExportMetadata.NONE, List.of(), List.of(), List.of(), Map.of());

    public DrConfiguration {
        targetAccounts = List.copyOf(targetAccounts);
        protectionGroups = List.copyOf(protectionGroups);
        recoveryPlans = List.copyOf(recoveryPlans);
        unknown = Ordered.map(unknown);
    }

    /** The plan of that name without regard to case, if there is one. */
    public Optional<RecoveryPlan> plan(String planName) {
        return recoveryPlans.stream()
                .filter(plan -> plan.planName().equalsIgnoreCase(planName))
                .findFirst();
    }

    /** The group of that name without regard to case, if there is one. */
    public Optional<ProtectionGroup> group(String groupName) {
        return protectionGroups.stream()
                .filter(group -> group.groupName().equalsIgnoreCase(groupName))
                .findFirst();
    }

    /** The target account of that id, if there is one. */
    public Optional<TargetAccount> account(String accountId) {
        return targetAccounts.stream()
                .filter(account -> account.accountId().equals(accountId))
                .findFirst();
    }

    /** The same without target accounts, and so without the roles and external ids that they name. */
    public DrConfiguration withoutAccounts() {
        return withAccounts(List.of());
    }

    /** The same with these target accounts. */
    public DrConfiguration withAccounts(List<TargetAccount> others) {
        return new DrConfiguration(metadata, others, protectionGroups, recoveryPlans, unknown);
    }

    /** The same with these protection groups. */
    public DrConfiguration withGroups(List<ProtectionGroup> others) {
        return new DrConfiguration(metadata, targetAccounts, others, recoveryPlans, unknown);
    }

    /** The same with these plans. */
    public DrConfiguration withPlans(List<RecoveryPlan> others) {
        return new DrConfiguration(metadata, targetAccounts, protectionGroups, others, unknown);
    }
}
