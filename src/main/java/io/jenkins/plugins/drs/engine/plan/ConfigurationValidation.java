package io.jenkins.plugins.drs.engine.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a configuration for everything that can be told without asking AWS.
 *
 * <p>Pure: the same configuration gives the same problems in the same order.
 */
public final class ConfigurationValidation {
    private final Problems problems = new Problems();
    private final DrConfiguration configuration;
    private final Set<String> accountIds = new HashSet<>();
    private final Map<String, ProtectionGroup> groups = new HashMap<>();

    private ConfigurationValidation(DrConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * All problems of the configuration, each with the JSON pointer of its value.
     *
     * @return errors and warnings; empty when all is well
     */
    public static List<Problem> of(DrConfiguration configuration) {
        ConfigurationValidation validation = new ConfigurationValidation(configuration);
        validation.accounts();
        validation.groups();
        validation.plans();
        return validation.problems.all();
    }

    private void accounts() {
        JsonPointer list = JsonPointer.ROOT.child("targetAccounts");
        Texts.Unique unique = new Texts.Unique("account", problems);
        for (int index = 0; index < configuration.targetAccounts().size(); index++) {
            TargetAccount account = configuration.targetAccounts().get(index);
            AccountValidation.check(account, list.child(index), problems);
            unique.add(account.accountId(), list.child(index).child("accountId"));
            accountIds.add(account.accountId());
        }
    }

    private void groups() {
        JsonPointer list = JsonPointer.ROOT.child("protectionGroups");
        Texts.Unique unique = new Texts.Unique("group name", problems);
        GroupValidation validation = new GroupValidation(accountIds, problems);
        for (int index = 0; index < configuration.protectionGroups().size(); index++) {
            ProtectionGroup group = configuration.protectionGroups().get(index);
            validation.check(group, list.child(index));
            unique.add(group.groupName(), list.child(index).child("groupName"));
            groups.putIfAbsent(Texts.key(group.groupName()), group);
        }
    }

    private void plans() {
        JsonPointer list = JsonPointer.ROOT.child("recoveryPlans");
        Texts.Unique unique = new Texts.Unique("plan name", problems);
        PlanValidation validation = new PlanValidation(accountIds, groups, problems);
        for (int index = 0; index < configuration.recoveryPlans().size(); index++) {
            RecoveryPlan plan = configuration.recoveryPlans().get(index);
            validation.check(plan, list.child(index));
            unique.add(plan.planName(), list.child(index).child("planName"));
        }
    }
}
