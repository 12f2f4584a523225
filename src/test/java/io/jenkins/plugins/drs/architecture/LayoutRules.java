package io.jenkins.plugins.drs.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.jenkins.plugins.drs.architecture.Packages.AWS;
import static io.jenkins.plugins.drs.architecture.Packages.AWS_CREDENTIALS;
import static io.jenkins.plugins.drs.architecture.Packages.AWS_SDK;
import static io.jenkins.plugins.drs.architecture.Packages.HTTP_SERVER;
import static io.jenkins.plugins.drs.architecture.Packages.JACKSON;
import static io.jenkins.plugins.drs.architecture.Packages.JDK;
import static io.jenkins.plugins.drs.architecture.Packages.JENKINS;
import static io.jenkins.plugins.drs.architecture.Packages.OURS;
import static io.jenkins.plugins.drs.architecture.Packages.PICOCLI;
import static io.jenkins.plugins.drs.architecture.Packages.ROOT;
import static io.jenkins.plugins.drs.architecture.Packages.SIGNALS;
import static io.jenkins.plugins.drs.architecture.Packages.SNAKEYAML;
import static io.jenkins.plugins.drs.architecture.Packages.any;
import static io.jenkins.plugins.drs.architecture.Packages.in;
import static io.jenkins.plugins.drs.architecture.Violation.uses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Stream;

/** Who may import whom: the table of docs/architecture.md. */
final class LayoutRules {
    private LayoutRules() {}

    static List<Rule> all() {
        return Stream.of(engine(), projections(), surroundings(), jenkins(), everybody())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> engine() {
        return List.of(
                only("engine.term", 8, any(JDK, JACKSON), uses("engine.term", "engine.plan.Target")),
                only("engine.plan", 30, JDK, uses("engine.plan", "com.fasterxml.jackson.databind.JsonNode")),
                only("engine.journal", 6, JDK, uses("engine.journal", "engine.event.EventLog")),
                only("engine.redaction", 8, any(JDK, JACKSON), uses("engine.redaction", "engine.plan.Target")),
                only(
                        "engine.document",
                        30,
                        any(JDK, in("engine.plan"), JACKSON, SNAKEYAML),
                        uses("engine.document", "engine.event.EventLog")),
                only(
                        "engine.event",
                        20,
                        any(JDK, in("engine.term", "engine.plan", "engine.document", "engine.journal"), JACKSON),
                        uses("engine.event", "engine.state.ExecutionState")),
                only(
                        "engine.state",
                        15,
                        any(JDK, in("engine.term", "engine.plan", "engine.event")),
                        uses("engine.state", "engine.aws.RecoveryJob")),
                only("engine.quota", 3, any(JDK, in("engine.plan")), uses("engine.quota", "engine.state.Phase")),
                only(
                        "engine.aws",
                        AWS,
                        15,
                        any(JDK, in("engine.term", "engine.plan")),
                        uses("engine.aws", "engine.event.EventLog")),
                only(
                        "engine.aws.sdk",
                        30,
                        any(JDK, AWS, in("engine.term", "engine.plan", "engine.redaction"), AWS_SDK, JACKSON),
                        uses("engine.aws.sdk", "engine.event.EventLog")),
                only(
                        "engine.online",
                        5,
                        any(JDK, AWS, in("engine.term", "engine.plan")),
                        uses("engine.online", "engine.execution.Execution")),
                only(
                        "engine.execution",
                        50,
                        any(
                                JDK,
                                AWS,
                                in(
                                        "engine.term",
                                        "engine.plan",
                                        "engine.event",
                                        "engine.state",
                                        "engine.quota",
                                        "engine.journal",
                                        "engine.redaction")),
                        uses("engine.execution.wave", "engine.aws.sdk.SdkConnections")));
    }

    private static List<Rule> projections() {
        return List.of(
                only(
                        "engine.result",
                        0,
                        any(JDK, in("engine.term", "engine.plan", "engine.document", "engine.event"), JACKSON),
                        uses("engine.result", "engine.execution.Execution")),
                only(
                        "engine.history",
                        5,
                        any(JDK, in("engine.term", "engine.plan", "engine.result")),
                        uses("engine.history", "engine.event.EventLog")),
                only(
                        "engine.report",
                        0,
                        any(JDK, in("engine.term", "engine.plan", "engine.result", "engine.history"), JACKSON),
                        uses("engine.report.html", "engine.state.ExecutionState")),
                only(
                        "engine.audit",
                        4,
                        any(
                                JDK,
                                in("engine.term", "engine.journal", "engine.event", "engine.result", "engine.report"),
                                JACKSON),
                        uses("engine.audit", "engine.state.ExecutionState")));
    }

    private static List<Rule> surroundings() {
        return List.of(
                only("simulator", 60, any(JDK, HTTP_SERVER, JACKSON), uses("simulator.drs", "engine.plan.Target")),
                only(
                        "cli",
                        0,
                        any(JDK, in("engine", "simulator", "lab"), JACKSON, PICOCLI, SIGNALS),
                        uses("cli.progress", "org.yaml.snakeyaml.Yaml")),
                only(
                        "lab",
                        40,
                        any(JDK, in("engine", "simulator", "cli.run"), JACKSON, PICOCLI),
                        uses("lab.torture", "org.yaml.snakeyaml.Yaml")),
                nobody(
                        "nobody but engine.aws.sdk imports the AWS SDK",
                        OURS.and(not(in("engine.aws.sdk", "plugin.run"))),
                        AWS_SDK,
                        uses("cli", "software.amazon.awssdk.regions.Region")),
                new Rule(
                        "plugin.run imports only the types of the AWS SDK in which Jenkins hands over credentials",
                        in("plugin.run"),
                        30,
                        noClasses()
                                .that(in("plugin.run"))
                                .should()
                                .dependOnClassesThat(AWS_SDK.and(not(AWS_CREDENTIALS))),
                        List.of(uses("plugin.run", "software.amazon.awssdk.regions.Region"))),
                nobody(
                        "nobody but cli, lab and plugin.run imports the simulator",
                        OURS.and(not(in("simulator", "cli", "lab", "plugin.run"))),
                        in("simulator"),
                        uses("engine.execution", "simulator.Simulator")),
                nobody(
                        "engine, simulator, cli and lab import nothing of Jenkins",
                        in("engine", "simulator", "cli", "lab"),
                        JENKINS,
                        uses("engine.report", "hudson.model.Run"),
                        uses("simulator.http", "org.kohsuke.stapler.Stapler"),
                        uses("cli", "jenkins.model.Jenkins"),
                        uses("cli", "org.jenkinsci.Symbol")));
    }

    /** The Jenkins layer. What it imports of others than us is left to it, but for the AWS SDK. */
    private static List<Rule> jenkins() {
        return List.of(
                ours("plugin.run", in("engine", "simulator"), uses("plugin.run", "cli.Drs")),
                ours(
                        "plugin.configuration",
                        in("engine.term", "engine.plan", "engine.document", "plugin.run"),
                        uses("plugin.configuration", "engine.execution.Execution")),
                ours(
                        "plugin.steps",
                        in(
                                "plugin.run",
                                "plugin.configuration",
                                "engine.term",
                                "engine.plan",
                                "engine.document",
                                "engine.event",
                                "engine.result"),
                        uses("plugin.steps", "engine.execution.Execution")),
                ours(
                        "plugin.build",
                        in(
                                "engine.term",
                                "engine.plan",
                                "engine.result",
                                "engine.history",
                                "engine.report",
                                "engine.audit",
                                "plugin.run"),
                        uses("plugin.build", "engine.aws.DrsGateway")),
                ours(
                        "plugin.pages",
                        in(
                                "engine.term",
                                "engine.plan",
                                "engine.document",
                                "engine.result",
                                "engine.history",
                                "plugin.run",
                                "plugin.configuration",
                                "plugin.build"),
                        uses("plugin.pages", "engine.aws.DrsGateway")));
    }

    private static List<Rule> everybody() {
        var noCycles =
                SlicesRuleDefinition.slices().matching(ROOT + "(**)").should().beFreeOfCycles();
        return List.of(new Rule(
                "packages are free of cycles",
                OURS,
                200,
                noCycles,
                List.of(
                        Violation.named("engine.journal", "There", ROOT + "engine.event.Back other;"),
                        Violation.named("engine.event", "Back", ROOT + "engine.journal.There other;"))));
    }

    private static Rule only(String name, int minimum, DescribedPredicate<JavaClass> others, Violation violation) {
        return only(name, in(name), minimum, others, violation);
    }

    /** The subject imports itself and {@code others}, and nothing else. */
    private static Rule only(
            String name,
            DescribedPredicate<JavaClass> subject,
            int minimum,
            DescribedPredicate<JavaClass> others,
            Violation violation) {
        return new Rule(
                name + " imports what it may",
                subject,
                minimum,
                classes()
                        .that(subject)
                        .should()
                        .onlyDependOnClassesThat(any(subject, others))
                        .allowEmptyShould(minimum == 0),
                List.of(violation));
    }

    /** The package imports, of ours, itself and {@code others}. */
    private static Rule ours(String name, DescribedPredicate<JavaClass> others, Violation violation) {
        return only(name, 0, any(others, not(OURS)), violation);
    }

    private static Rule nobody(
            String name,
            DescribedPredicate<JavaClass> subject,
            DescribedPredicate<JavaClass> forbidden,
            Violation... violations) {
        return new Rule(
                name,
                subject,
                150,
                noClasses().that(subject).should().dependOnClassesThat(forbidden),
                List.of(violations));
    }
}
