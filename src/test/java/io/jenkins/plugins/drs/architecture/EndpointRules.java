package io.jenkins.plugins.drs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static io.jenkins.plugins.drs.architecture.Packages.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Jenkins lets the world call: every address takes a POST where it should, and asks for a permission. */
final class EndpointRules {
    private static final String FORM = "do(Check|Fill|AutoComplete)[A-Z]\\w*";
    /** Pages and files that only show something; what owns them checks who may see it. */
    private static final Set<String> READING = Set.of(
            "doIndex",
            "doCompare",
            "doLive",
            "doContextMenu",
            "doDownload",
            "doResults",
            "doJunit",
            "doHistory",
            "doServers",
            "doCalls",
            "doConfiguration",
            "doAudit",
            "doRun");

    private static final String POST = "org.kohsuke.stapler.verb.POST";
    private static final String REQUIRE_POST = "org.kohsuke.stapler.interceptor.RequirePOST";

    private static final DescribedPredicate<JavaClass> JENKINS_LAYER = in("plugin");

    private EndpointRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "forms ask with a POST",
                        JENKINS_LAYER,
                        100,
                        methods()
                                .that()
                                .areDeclaredInClassesThat(JENKINS_LAYER)
                                .and()
                                .haveNameMatching(FORM)
                                .should()
                                .beAnnotatedWith(POST),
                        List.of(Violation.with("plugin.steps", "public String doCheckSeeded() { return null; }"))),
                new Rule(
                        "forms look at nothing for those who may not",
                        JENKINS_LAYER,
                        100,
                        methods()
                                .that()
                                .areDeclaredInClassesThat(JENKINS_LAYER)
                                .and()
                                .haveNameMatching(FORM)
                                .and(takeSomething())
                                .should(checkPermission()),
                        List.of(Violation.with(
                                "plugin.configuration",
                                "public String doFillSeededItems(String value) { return value; }"))),
                new Rule(
                        "what changes something takes a POST and asks for a permission",
                        JENKINS_LAYER,
                        100,
                        methods()
                                .that()
                                .areDeclaredInClassesThat(JENKINS_LAYER)
                                .and()
                                .haveNameMatching("do[A-Z]\\w*")
                                .and()
                                .haveNameNotMatching(FORM)
                                .and(mayChangeSomething())
                                .should()
                                .beAnnotatedWith(REQUIRE_POST)
                                .andShould(checkPermission()),
                        List.of(
                                Violation.with("plugin.build", "public void doSeeded() { }"),
                                Violation.with(
                                        "plugin.build",
                                        "@" + REQUIRE_POST + " public void doSeededToo(String value) { }"))));
    }

    private static DescribedPredicate<JavaMethod> takeSomething() {
        return DescribedPredicate.describe("take something from a request", method -> !method.getRawParameterTypes()
                .isEmpty());
    }

    private static DescribedPredicate<JavaMethod> mayChangeSomething() {
        return DescribedPredicate.describe("do not only read", method -> !READING.contains(method.getName()));
    }

    private static ArchCondition<JavaMethod> checkPermission() {
        return new ArchCondition<>("check a permission") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean checks = checksPermission(method, new HashSet<>());
                events.add(new SimpleConditionEvent(
                        method,
                        checks,
                        method.getFullName() + (checks ? " checks" : " does not check") + " a permission"));
            }
        };
    }

    /** Whether the method, or what it calls of ours, asks Jenkins. */
    private static boolean checksPermission(JavaCodeUnit method, Set<String> seen) {
        if (!seen.add(method.getFullName())) {
            return false;
        }
        return method.getMethodCallsFromSelf().stream().anyMatch(call -> {
            String name = call.getTarget().getName();
            return name.equals("checkPermission")
                    || name.equals("hasPermission")
                    || call.getTarget()
                            .resolveMember()
                            .filter(target -> Packages.OURS.test(target.getOwner()))
                            .filter(target -> checksPermission(target, seen))
                            .isPresent();
        });
    }
}
