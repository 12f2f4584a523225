package io.jenkins.plugins.drs.engine.document;

import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.PlanSchedule;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.engine.plan.ValidationPolicy;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WavePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid plans over given groups: a wave for each of some groups. */
public final class ArbitraryPlans {
    private ArbitraryPlans() {}

    static Arbitrary<List<RecoveryPlan>> of(List<ProtectionGroup> groups, List<TargetAccount> accounts) {
        return ArbitraryTexts.name()
                .list()
                .ofMaxSize(3)
                .uniqueElements(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(names -> Combinators.combine(names.stream()
                                .map(name -> plan(name, groups, accounts))
                                .toList())
                        .as(List::copyOf));
    }

    private static Arbitrary<RecoveryPlan> plan(
            String name, List<ProtectionGroup> groups, List<TargetAccount> accounts) {
        Arbitrary<Optional<Duration>> objective =
                Arbitraries.of(1, 59, 60, 3600, 90061).map(Duration::ofSeconds).optional();
        Arbitrary<PlanSchedule> schedule = Combinators.combine(
                        schedules("H 3 * * 6", "@weekly", "TZ=Europe/Berlin\n# night\n0 3 * * *"),
                        schedules("H 6 * * *", "never"))
                .as(PlanSchedule::new);
        Arbitrary<List<Wave>> waves = Arbitraries.integers()
                .between(1, groups.size())
                .flatMap(count -> waves(groups.subList(0, count), accounts));
        return Combinators.combine(
                        ArbitraryTexts.text(), objective, objective, schedule, waves, ArbitraryTexts.unknown())
                .as((description, rto, rpo, when, some, unknown) ->
                        new RecoveryPlan(name, description, rto, rpo, when, some, unknown));
    }

    private static Arbitrary<Optional<String>> schedules(String... some) {
        return Arbitraries.of(some).optional();
    }

    private static Arbitrary<List<Wave>> waves(List<ProtectionGroup> groups, List<TargetAccount> accounts) {
        List<Arbitrary<Wave>> waves = new ArrayList<>();
        for (int index = 0; index < groups.size(); index++) {
            waves.add(wave(index, groups.get(index).groupName(), accounts));
        }
        return Combinators.combine(waves).as(List::copyOf);
    }

    private static String waveName(int index) {
        return "Wave: #" + index;
    }

    private static Arbitrary<Wave> wave(int index, String group, List<TargetAccount> accounts) {
        Arbitrary<Optional<List<String>>> dependsOn = index == 0
                ? Arbitraries.of(Optional.empty(), Optional.of(List.of()))
                : Arbitraries.integers()
                        .between(0, index - 1)
                        .map(ArbitraryPlans::waveName)
                        .list()
                        .ofMaxSize(2)
                        .uniqueElements()
                        .optional();
        return Combinators.combine(dependsOn, policy(), actions(accounts), actions(accounts), ArbitraryTexts.unknown())
                .as((waits, policy, before, after, unknown) ->
                        new Wave(waveName(index), List.of(group), waits, policy, before, after, unknown));
    }

    /** Any policy that a valid wave may have. */
    public static Arbitrary<WavePolicy> policy() {
        Arbitrary<Duration> wait = Arbitraries.longs().between(1, 600_000).map(Duration::ofSeconds);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(flag, wait, Arbitraries.of(OnFailure.values()), flag, flag, wait)
                .as((pause, most, onFailure, checks, agent, health) ->
                        new WavePolicy(pause, most, onFailure, new ValidationPolicy(checks, agent, health)));
    }

    private static Arbitrary<List<AutomationAction>> actions(List<TargetAccount> accounts) {
        return action(accounts).list().ofMaxSize(2).uniqueElements(action -> action.name()
                .toLowerCase(Locale.ROOT));
    }

    private static Arbitrary<AutomationAction> action(List<TargetAccount> accounts) {
        Arbitrary<List<String>> values = Arbitraries.oneOf(
                        ArbitraryTexts.text(), Arbitraries.of("{{resolve:ssm:/p:3}}", "{{ global:DATE }}"))
                .list()
                .ofMaxSize(3);
        Arbitrary<Map<String, List<String>>> parameters =
                Arbitraries.maps(ArbitraryTexts.name(), values).ofMaxSize(3);
        Arbitrary<Optional<Target>> target =
                ArbitraryConfigurations.target(accounts).optional();
        return Combinators.combine(
                        ArbitraryTexts.name(),
                        Arbitraries.of("1", "$LATEST", "$DEFAULT").optional(),
                        parameters,
                        Arbitraries.of(1, 900).map(Duration::ofSeconds),
                        Arbitraries.of(OnFailure.values()),
                        target,
                        ArbitraryTexts.unknown())
                .as((name, version, some, wait, onFailure, where, unknown) -> new AutomationAction(
                        name,
                        new AutomationAction.Document("AWS-RunShellScript", version),
                        some,
                        wait,
                        onFailure,
                        where,
                        unknown));
    }
}
