package io.jenkins.plugins.drs.engine.document.transfer;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.engine.plan.Wave;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Sorts what has no order of its own: accounts, groups and plans by name, and sets and maps within them. */
final class CanonicalOrder {
    private CanonicalOrder() {}

    static DrConfiguration of(DrConfiguration configuration) {
        return new DrConfiguration(
                configuration.metadata(),
                items(configuration.targetAccounts(), TargetAccount::accountId, CanonicalOrder::account),
                items(configuration.protectionGroups(), ProtectionGroup::groupName, CanonicalOrder::group),
                items(configuration.recoveryPlans(), RecoveryPlan::planName, CanonicalOrder::plan),
                map(configuration.unknown()));
    }

    private static <T> List<T> items(List<T> items, Function<T, String> name, Function<T, T> sorted) {
        Comparator<T> byKey = Comparator.comparing(item -> name.apply(item).toLowerCase(Locale.ROOT));
        return items.stream().map(sorted).sorted(byKey.thenComparing(name)).toList();
    }

    private static TargetAccount account(TargetAccount account) {
        return new TargetAccount(
                account.accountId(),
                account.accountName(),
                account.assumeRoleName(),
                account.externalId(),
                map(account.unknown()));
    }

    private static ProtectionGroup group(ProtectionGroup group) {
        Map<String, LaunchSettings> overrides = new LinkedHashMap<>();
        new TreeMap<>(group.serverOverrides()).forEach((id, settings) -> overrides.put(id, settings(settings)));
        return new ProtectionGroup(
                group.groupName(),
                group.description(),
                group.target(),
                new ServerSelection(
                        map(group.selection().tags()), sorted(group.selection().sourceServerIds())),
                settings(group.launchSettings()),
                overrides,
                map(group.unknown()));
    }

    private static LaunchSettings settings(LaunchSettings settings) {
        return new LaunchSettings(
                settings.instanceType(),
                settings.subnetId(),
                sorted(settings.securityGroupIds()),
                settings.staticPrivateIp(),
                settings.disposition(),
                settings.copyPrivateIp(),
                settings.copyTags(),
                settings.rightSizing(),
                settings.osByol());
    }

    private static RecoveryPlan plan(RecoveryPlan plan) {
        return new RecoveryPlan(
                plan.planName(),
                plan.description(),
                plan.rto(),
                plan.rpo(),
                plan.schedule(),
                plan.waves().stream().map(CanonicalOrder::wave).toList(),
                map(plan.unknown()));
    }

    private static Wave wave(Wave wave) {
        return new Wave(
                wave.waveName(),
                wave.protectionGroupNames(),
                wave.dependsOn().map(CanonicalOrder::sorted),
                wave.policy(),
                wave.preWaveActions().stream().map(CanonicalOrder::action).toList(),
                wave.postWaveActions().stream().map(CanonicalOrder::action).toList(),
                map(wave.unknown()));
    }

    private static AutomationAction action(AutomationAction action) {
        return new AutomationAction(
                action.name(),
                action.document(),
                map(action.parameters()),
                action.maxWaitTime(),
                action.onFailure(),
                action.target(),
                map(action.unknown()));
    }

    private static List<String> sorted(List<String> set) {
        return set.stream().sorted().toList();
    }

    private static <V> Map<String, V> map(Map<String, V> map) {
        Map<String, V> sorted = new LinkedHashMap<>();
        new TreeMap<>(map).forEach((name, value) -> sorted.put(name, deep(value)));
        return sorted;
    }

    /** Maps within unknown fields, too; the type stays the same. */
    @SuppressWarnings("unchecked")
    private static <V> V deep(V value) {
        if (value instanceof Map<?, ?> map) {
            return (V) map((Map<String, Object>) map);
        }
        if (value instanceof List<?> list) {
            return (V) list.stream().map(CanonicalOrder::deep).toList();
        }
        return value;
    }
}
