package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid configurations of all kinds: up to 3 accounts, 5 groups and 3 plans. */
public final class ArbitraryConfigurations {
    private static final String[] REGIONS = {"us-east-1", "eu-central-1", "ap-southeast-2"};

    private ArbitraryConfigurations() {}

    public static Arbitrary<DrConfiguration> valid() {
        Arbitrary<List<TargetAccount>> accounts =
                account().list().ofMaxSize(3).uniqueElements(TargetAccount::accountId);
        return accounts.flatMap(some -> groups(some)
                .flatMap(groups -> Combinators.combine(ArbitraryPlans.of(groups, some), ArbitraryTexts.unknown())
                        .as((plans, unknown) -> configuration(some, groups, plans, unknown))));
    }

    private static DrConfiguration configuration(
            List<TargetAccount> accounts,
            List<ProtectionGroup> groups,
            List<RecoveryPlan> plans,
            Map<String, Object> unknown) {
        return new DrConfiguration(ExportMetadata.NONE, accounts, groups, plans, unknown);
    }

    private static Arbitrary<TargetAccount> account() {
        Arbitrary<String> id = Arbitraries.strings().numeric().ofLength(12);
        Arbitrary<Optional<String>> external =
                Arbitraries.of("ab", "0042", "a:/@=x").optional();
        return Combinators.combine(
                        id,
                        Arbitraries.oneOf(Arbitraries.just(""), ArbitraryTexts.name()),
                        Arbitraries.of("Role", "path/Role", "R_+=,.@-1", "42"),
                        external,
                        ArbitraryTexts.unknown())
                .as(TargetAccount::new);
    }

    private static Arbitrary<List<ProtectionGroup>> groups(List<TargetAccount> accounts) {
        return ArbitraryTexts.name()
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .uniqueElements(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(names -> {
                    List<Arbitrary<ProtectionGroup>> groups = new ArrayList<>();
                    for (int index = 0; index < names.size(); index++) {
                        groups.add(group(names.get(index), index, accounts));
                    }
                    return Combinators.combine(groups).as(List::copyOf);
                });
    }

    /** @param number servers and addresses of this number belong to this group alone */
    private static Arbitrary<ProtectionGroup> group(String name, int number, List<TargetAccount> accounts) {
        Arbitrary<Map<String, String>> tags = Arbitraries.maps(ArbitraryTexts.name(), ArbitraryTexts.text())
                .ofMinSize(1)
                .ofMaxSize(3);
        Arbitrary<Integer> servers = Arbitraries.integers().between(0, 3);
        return Combinators.combine(
                        tags, servers, settings(), target(accounts), ArbitraryTexts.text(), ArbitraryTexts.unknown())
                .as((someTags, count, settings, target, description, unknown) -> {
                    List<String> ids = ids(number, count);
                    ServerSelection selection = new ServerSelection(ids.isEmpty() ? someTags : Map.of(), ids);
                    return new ProtectionGroup(
                            name, description, target, selection, settings, overrides(number, ids, settings), unknown);
                });
    }

    private static List<String> ids(int group, int count) {
        List<String> ids = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            ids.add(String.format("s-%01d%01d%015x", group, index, 0xABCDEL));
        }
        return ids;
    }

    private static Map<String, LaunchSettings> overrides(int group, List<String> ids, LaunchSettings ofGroup) {
        Map<String, LaunchSettings> overrides = new LinkedHashMap<>();
        for (int index = 0; index < ids.size() - 1; index++) {
            boolean address = !ofGroup.copyPrivateIp().orElse(false);
            overrides.put(
                    ids.get(index),
                    new LaunchSettings(
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            address ? Optional.of("10.0." + group + "." + (index + 10)) : Optional.empty(),
                            Optional.of(LaunchSettings.LaunchDisposition.STOPPED),
                            Optional.empty(),
                            Optional.of(true),
                            Optional.empty(),
                            Optional.empty()));
        }
        return overrides;
    }

    private static Arbitrary<LaunchSettings> settings() {
        Arbitrary<List<String>> securityGroups = Arbitraries.of("sg-0123456789abcdef0", "sg-0123456789abcdef1")
                .list()
                .ofMaxSize(2)
                .uniqueElements();
        return Combinators.combine(
                        Arbitraries.of("t3.medium", "m5.large").optional(),
                        Arbitraries.of("subnet-0123456789abcdef0").optional(),
                        securityGroups,
                        Arbitraries.of(LaunchSettings.LaunchDisposition.values())
                                .optional(),
                        Arbitraries.of(true, false).optional(),
                        Arbitraries.of(true, false).optional(),
                        Arbitraries.of(LaunchSettings.RightSizing.NONE).optional(),
                        Arbitraries.of(true, false).optional())
                .as((type, subnet, ids, disposition, privateIp, tags, sizing, byol) -> new LaunchSettings(
                        type, subnet, ids, Optional.empty(), disposition, privateIp, tags, sizing, byol));
    }

    static Arbitrary<Target> target(List<TargetAccount> accounts) {
        Arbitrary<Optional<String>> account = accounts.isEmpty()
                ? Arbitraries.just(Optional.empty())
                : Arbitraries.of(accounts).map(TargetAccount::accountId).optional();
        return Combinators.combine(account, Arbitraries.of(REGIONS)).as(Target::new);
    }
}
