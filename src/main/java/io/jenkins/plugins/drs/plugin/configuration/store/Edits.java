package io.jenkins.plugins.drs.plugin.configuration.store;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Edits of single items, as pages make them. Items are found by the name that they had, without regard to case. A
 * changed item stays where it was, a new one comes last; the waves of all plans follow a group that is renamed.
 */
public final class Edits {
    private Edits() {}

    public static Edit add(TargetAccount account) {
        return edit(none(), all -> all.withAccounts(with(all.targetAccounts(), account)));
    }

    public static Edit change(String accountId, TargetAccount account) {
        return edit(
                all -> all.account(accountId),
                all -> all.withAccounts(
                        changed(all.targetAccounts(), old -> old.accountId().equals(accountId), account)));
    }

    public static Edit removeAccount(String accountId) {
        return edit(
                all -> all.account(accountId),
                all -> all.withAccounts(
                        without(all.targetAccounts(), old -> old.accountId().equals(accountId))));
    }

    public static Edit add(ProtectionGroup group) {
        return edit(none(), all -> all.withGroups(with(all.protectionGroups(), group)));
    }

    public static Edit change(String groupName, ProtectionGroup group) {
        return edit(all -> all.group(groupName), all -> {
            DrConfiguration next = all.withGroups(
                    changed(all.protectionGroups(), old -> old.groupName().equalsIgnoreCase(groupName), group));
            return group.groupName().equals(groupName) ? next : GroupNames.renamed(next, groupName, group.groupName());
        });
    }

    public static Edit removeGroup(String groupName) {
        return edit(
                all -> all.group(groupName),
                all -> all.withGroups(
                        without(all.protectionGroups(), old -> old.groupName().equalsIgnoreCase(groupName))));
    }

    public static Edit add(RecoveryPlan plan) {
        return edit(none(), all -> all.withPlans(with(all.recoveryPlans(), plan)));
    }

    public static Edit change(String planName, RecoveryPlan plan) {
        return edit(
                all -> all.plan(planName),
                all -> all.withPlans(
                        changed(all.recoveryPlans(), old -> old.planName().equalsIgnoreCase(planName), plan)));
    }

    public static Edit removePlan(String planName) {
        return edit(
                all -> all.plan(planName),
                all -> all.withPlans(
                        without(all.recoveryPlans(), old -> old.planName().equalsIgnoreCase(planName))));
    }

    private static Function<DrConfiguration, Optional<?>> none() {
        return all -> Optional.empty();
    }

    private static Edit edit(Function<DrConfiguration, Optional<?>> subject, UnaryOperator<DrConfiguration> change) {
        return new Edit() {
            @Override
            public Optional<?> subject(DrConfiguration configuration) {
                return subject.apply(configuration);
            }

            @Override
            public DrConfiguration apply(DrConfiguration configuration) {
                return change.apply(configuration);
            }
        };
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list);
        longer.add(added);
        return longer;
    }

    /** One that somebody removed meanwhile is added again: edits are refused before where that matters. */
    private static <T> List<T> changed(List<T> list, Predicate<T> which, T changed) {
        List<T> next = new ArrayList<>();
        boolean found = false;
        for (T old : list) {
            next.add(which.test(old) ? changed : old);
            found |= which.test(old);
        }
        return found ? next : with(list, changed);
    }

    private static <T> List<T> without(List<T> list, Predicate<T> which) {
        return list.stream().filter(which.negate()).toList();
    }
}
