package io.jenkins.plugins.drs.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.jenkins.plugins.drs.architecture.Packages.OURS;
import static io.jenkins.plugins.drs.architecture.Packages.ROOT;
import static io.jenkins.plugins.drs.architecture.Packages.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** What the engine promises its hosts: it holds no thread, asks only the clock it was given, and decides apart. */
final class HabitRules {
    private static final Set<String> MACHINE_CLOCK = Set.of(
            "java.time.Instant.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.InstantSource.system",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime");

    /** All of it but the adapters of the SDK, which limit the time of calls and so have a clock and a timer. */
    private static final DescribedPredicate<JavaClass> ENGINE = in("engine").and(not(in("engine.aws.sdk")));

    private HabitRules() {}

    static List<Rule> all() {
        return List.of(
                never(
                        "the engine asks no clock but the one it was given",
                        ENGINE,
                        access("the machine's clock", access -> MACHINE_CLOCK.contains(target(access))),
                        Violation.with("engine.state", "Object now = java.time.Instant.now();")),
                never(
                        "the engine never sleeps",
                        ENGINE,
                        access("Thread.sleep", access -> target(access).equals("java.lang.Thread.sleep")),
                        Violation.with(
                                "engine.execution", "void nap() throws Exception { java.lang.Thread.sleep(1000); }")),
                never(
                        "the engine makes no threads",
                        ENGINE,
                        access("threads", HabitRules::makesThreads),
                        Violation.with("engine.execution", "Object thread = new java.lang.Thread();"),
                        Violation.with(
                                "engine.aws", "Object pool = java.util.concurrent.Executors.newCachedThreadPool();")),
                never(
                        "only the command line writes to the terminal",
                        OURS.and(not(in("cli"))),
                        access("standard streams", access -> target(access).matches("java.lang.System.(out|err)")),
                        Violation.with("engine.report", "void show() { System.out.println(); }")),
                never(
                        "text reaches a terminal through one place",
                        in("cli").and(not(in("lab"))).and(not(named("cli.Terminal"))),
                        access(
                                "writers of the command",
                                access -> target(access).endsWith("CommandLine.getOut")
                                        || target(access).endsWith("CommandLine.getErr")),
                        60,
                        Violation.with(
                                "cli.run", "void show(picocli.CommandLine command) { command.getOut().println(1); }")),
                never(
                        "text reaches the console of a build through one place",
                        in("plugin").and(not(named("plugin.run.BuildConsole"))),
                        access("consoles and messages of Jenkins", HabitRules::printsInBuild),
                        100,
                        Violation.with(
                                "plugin.steps",
                                "void show(hudson.model.TaskListener log) { log.getLogger().println(1); }"),
                        Violation.with("plugin.run", "Object failure = new hudson.AbortException(\"forged\");")),
                noInput(),
                pureDeciders());
    }

    private static Rule noInput() {
        var subject = in("engine.plan", "engine.quota", "engine.state");
        return new Rule(
                "plan, quota and state do no input or output",
                subject,
                50,
                noClasses()
                        .that(subject)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")),
                List.of(Violation.uses("engine.plan", "java.nio.file.Path")));
    }

    private static Rule pureDeciders() {
        var subject = assignableTo(ROOT + "engine.execution.core.Decider").and(in("engine.execution"));
        return new Rule(
                "deciders call nothing in AWS",
                subject,
                8,
                noClasses().that(subject).should().accessClassesThat(assignableTo(ROOT + "engine.aws.AwsAccess")),
                List.of(Violation.declares(
                        "engine.execution.wave",
                        "implements " + ROOT + "engine.execution.core.Decider",
                        "public void decide(" + ROOT + "engine.state.ExecutionState state, java.time.Instant now, "
                                + ROOT
                                + "engine.execution.core.Decision decision) { ((" + ROOT
                                + "engine.aws.AwsAccess) null).drs(null); }")));
    }

    private static Rule never(
            String name,
            DescribedPredicate<JavaClass> subject,
            DescribedPredicate<JavaAccess<?>> access,
            Violation... violations) {
        return never(name, subject, access, 150, violations);
    }

    private static Rule never(
            String name,
            DescribedPredicate<JavaClass> subject,
            DescribedPredicate<JavaAccess<?>> access,
            int minimum,
            Violation... violations) {
        return new Rule(
                name,
                subject,
                minimum,
                noClasses().that(subject).should().accessTargetWhere(access),
                List.of(violations));
    }

    private static DescribedPredicate<JavaAccess<?>> access(String description, Predicate<JavaAccess<?>> predicate) {
        return describe(description, predicate);
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return describe(name, type -> type.getName().equals(ROOT + name));
    }

    /** Exceptions of our own make their message visible; a stream that an artifact manager writes to has no text of ours. */
    private static boolean printsInBuild(JavaAccess<?> access) {
        JavaClass origin = access.getOriginOwner();
        return target(access).equals("hudson.AbortException.<init>") && !origin.isAssignableTo("hudson.AbortException")
                || target(access).matches("hudson.model.(Task|Build)Listener.(getLogger|error|fatalError|hyperlink)")
                        && !origin.getName().startsWith(ROOT + "plugin.steps.DrsExportStep");
    }

    private static boolean makesThreads(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Executors.class)
                || access.getTargetOwner().isAssignableTo(ExecutorService.class)
                || target(access).equals("java.lang.Thread.<init>")
                || target(access).equals("java.util.Timer.<init>");
    }

    private static String target(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }
}
