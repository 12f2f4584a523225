package io.jenkins.plugins.drs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the product to the rules of its architecture, and each rule to its promise that it can fail. */
class ArchitectureTest {
    @TempDir
    static Path temp;

    private static JavaClasses product;
    private static JavaClasses seeded;

    static List<Rule> rules() {
        return Stream.of(LayoutRules.all(), HabitRules.all(), EndpointRules.all())
                .flatMap(List::stream)
                .toList();
    }

    @BeforeAll
    static void importClasses() throws Exception {
        product = Compiled.product();
        seeded = Compiled.seeded(
                rules().stream().flatMap(rule -> rule.violations().stream()).toList(), temp);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldHold(Rule rule) {
        rule.rule().check(product);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldLookAtEnoughClasses(Rule rule) {
        assertThat(product.that(rule.subject())).hasSizeGreaterThanOrEqualTo(rule.minimum());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldFailForEachSeededViolation(Rule rule) {
        List<String> found = rule.rule().evaluate(seeded).getFailureReport().getDetails();

        assertThat(rule.violations()).isNotEmpty().allSatisfy(violation -> assertThat(found)
                .anySatisfy(detail -> assertThat(detail).contains(violation.className())));
    }
}
