package io.jenkins.plugins.drs.plugin.configuration.entry;

import io.jenkins.plugins.drs.engine.document.ArbitraryPlans;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.LaunchSettings;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.PlanSchedule;
import io.jenkins.plugins.drs.engine.plan.ProtectionGroup;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.ServerSelection;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.TargetAccount;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WavePolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any record that people may configure, unknown fields and odd texts included. */
final class Records {
    private static final Arbitrary<Boolean> FLAG = Arbitraries.of(true, false);

    private Records() {}

    /** As documents may hold it: any characters, but not blank at its ends. */
    private static Arbitrary<String> name() {
        Arbitrary<String> letters = Arbitraries.strings().alpha().ofLength(1);
        Arbitrary<String> odd = Arbitraries.strings()
                .withChars("aZ0 ._-'\"\\<>&${}:#/\u00e4\u65e5")
                .ofMaxLength(12);
        return Combinators.combine(letters, odd, letters).as((first, middle, last) -> first + middle + last);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars(" \n\tab{}[]\"'\\$<&\u00e4\u65e5")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    private static Arbitrary<Duration> seconds() {
        return Arbitraries.longs().between(1, 600_000).map(Duration::ofSeconds);
    }

    private static <T> Arbitrary<Optional<T>> maybe(Arbitrary<T> value) {
        return value.optional();
    }

    /** Fields that nobody knows; their names are none of those that are known. */
    private static Arbitrary<Map<String, Object>> unknown() {
        Arbitrary<Object> value = Arbitraries.of(
                "text", "", "1", 4711L, new BigDecimal("1.50"), true, List.of("a", 2L), Map.of("deep", List.of()));
        Arbitrary<String> names = Arbitraries.strings().alpha().ofLength(3).map(text -> "x-" + text);
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Map.of())),
                Tuple.of(1, Arbitraries.maps(names, value).ofMinSize(1).ofMaxSize(3)));
    }

    private static Arbitrary<Map<String, Object>> unknown(String inner) {
        return Combinators.combine(unknown(), unknown()).as((outer, within) -> {
            Map<String, Object> all = new LinkedHashMap<>(outer);
            if (!within.isEmpty()) {
                all.put(inner, within);
            }
            return all;
        });
    }

    private static Arbitrary<String> serverId() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(17).map(text -> "s-" + text);
    }

    private static Arbitrary<Target> target() {
        return Combinators.combine(
                        maybe(Arbitraries.of("012345678901", "111111111111")), Arbitraries.of("us-east-1", "eu-west-1"))
                .as(Target::new);
    }

    static Arbitrary<TargetAccount> account() {
        return Combinators.combine(
                        Arbitraries.of("012345678901", "111111111111"),
                        name(),
                        name(),
                        maybe(Arbitraries.of("ab", "ext-1")),
                        unknown())
                .as(TargetAccount::new);
    }

    private static Arbitrary<LaunchSettings> launch() {
        var network = Combinators.combine(
                        maybe(Arbitraries.of("t3.medium")),
                        maybe(Arbitraries.of("subnet-12345678")),
                        Arbitraries.of("sg-12345678", "sg-87654321")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2),
                        maybe(Arbitraries.of("10.0.0.1")))
                .as((type, subnet, groups, address) -> new LaunchSettings(
                        type,
                        subnet,
                        groups,
                        address,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        var rest = Combinators.combine(
                        maybe(Arbitraries.of(LaunchSettings.LaunchDisposition.class)),
                        maybe(FLAG),
                        maybe(FLAG),
                        maybe(Arbitraries.of(LaunchSettings.RightSizing.class)),
                        maybe(FLAG))
                .as((disposition, copyIp, copyTags, sizing, byol) -> new LaunchSettings(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        disposition,
                        copyIp,
                        copyTags,
                        sizing,
                        byol));
        return Combinators.combine(network, rest).as(LaunchSettings::overriddenBy);
    }

    static Arbitrary<ProtectionGroup> group() {
        Arbitrary<ServerSelection> byTags = Arbitraries.maps(name(), Arbitraries.oneOf(name(), Arbitraries.just("")))
                .ofMaxSize(3)
                .map(tags -> new ServerSelection(tags, List.of()));
        Arbitrary<ServerSelection> byId = serverId().list().ofMaxSize(3).map(ids -> new ServerSelection(Map.of(), ids));
        return Combinators.combine(
                        name(),
                        Arbitraries.oneOf(text(), Arbitraries.just("")),
                        target(),
                        Arbitraries.oneOf(byTags, byId),
                        launch(),
                        Arbitraries.maps(serverId(), launch()).ofMaxSize(2),
                        unknown("launchConfig"))
                .as(ProtectionGroup::new);
    }

    private static Arbitrary<AutomationAction> action() {
        Arbitrary<AutomationAction.Document> document = Combinators.combine(
                        Arbitraries.of("DR-Stop", "arn:aws:ssm:us-east-1:111111111111:document/x"),
                        maybe(Arbitraries.of("1", "$LATEST")))
                .as(AutomationAction.Document::new);
        Arbitrary<List<String>> values =
                Arbitraries.oneOf(text(), Arbitraries.just("")).list().ofMaxSize(3);
        return Combinators.combine(
                        name(),
                        document,
                        Arbitraries.maps(name(), values).ofMaxSize(3),
                        seconds(),
                        Arbitraries.of(OnFailure.class),
                        maybe(target()),
                        unknown())
                .as(AutomationAction::new);
    }

    private static Arbitrary<Wave> wave() {
        return Combinators.combine(
                        name(),
                        name().list().ofMaxSize(3),
                        maybe(name().list().ofMaxSize(2)),
                        Arbitraries.oneOf(Arbitraries.just(WavePolicy.DEFAULT), ArbitraryPlans.policy()),
                        action().list().ofMaxSize(2),
                        action().list().ofMaxSize(2),
                        unknown("validation"))
                .as(Wave::new);
    }

    static Arbitrary<RecoveryPlan> plan() {
        return Combinators.combine(
                        name(),
                        Arbitraries.oneOf(text(), Arbitraries.just("")),
                        maybe(seconds()),
                        maybe(seconds()),
                        schedule(),
                        wave().list().ofMaxSize(3),
                        unknown())
                .as(RecoveryPlan::new);
    }

    private static Arbitrary<PlanSchedule> schedule() {
        return Combinators.combine(
                        maybe(Arbitraries.of("H 3 * * 6", "TZ=Europe/Berlin\n# nightly\n@daily", " @weekly ")),
                        maybe(Arbitraries.of("H 6 * * *", "never", " never ", "@hourly")))
                .as(PlanSchedule::new);
    }
}
