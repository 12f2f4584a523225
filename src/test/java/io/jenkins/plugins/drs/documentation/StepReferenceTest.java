package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Descriptor;
import io.jenkins.plugins.drs.plugin.steps.DrillBuilder;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that steps take is documented, has help and stands in their form. */
class StepReferenceTest {
    private static final List<OwnSteps.OwnStep> STEPS = OwnSteps.all();

    @Test
    void shouldKnowAllSteps() {
        assertThat(STEPS)
                .extracting(OwnSteps.OwnStep::name)
                .contains("drsDrill", "drsWaves", "drsWave", "drsCheck", "drsCleanup", "drsRecover", "ssmAction")
                .contains("drsExport", "drsImport");
    }

    @Test
    void shouldListEveryStep() throws Exception {
        StepReference reference = StepReference.read();

        assertThat(STEPS).allSatisfy(step -> assertThat(reference.listsStep(step.name()))
                .as(step.name())
                .isTrue());
        assertThat(reference.listsStep("drsNothing")).isFalse();
    }

    @Test
    void shouldExplainEveryArgument() throws Exception {
        assertThat(unexplained(StepReference.read())).isEmpty();
    }

    @Test
    void shouldFindArgumentThatIsNotExplained() {
        StepReference empty = StepReference.of("# Steps\n\n## drsRecover\n\nconfirm without code\n");

        assertThat(unexplained(empty)).contains("drsRecover confirm", "drsDrill planText", "ssmAction region");
    }

    private static List<String> unexplained(StepReference reference) {
        List<String> missing = new ArrayList<>();
        for (OwnSteps.OwnStep step : STEPS) {
            for (String argument : step.model().arguments().keySet()) {
                boolean explained = isInherited(step, argument)
                        ? reference.explainsInTable(argument)
                        : reference.explainsInSectionOf(step.name(), argument);
                if (!explained) {
                    missing.add(step.name() + " " + argument);
                }
            }
        }
        return missing;
    }

    /** What steps have in common is explained once. */
    private static boolean isInherited(OwnSteps.OwnStep step, String argument) {
        String setter = "set" + argument.substring(0, 1).toUpperCase() + argument.substring(1);
        return Stream.of(step.type().getMethods())
                .filter(method -> method.getName().equals(setter))
                .anyMatch(method -> method.getDeclaringClass() != step.type());
    }

    @Test
    void shouldHaveHelpOnEveryStepAndArgument() {
        List<String> missing = new ArrayList<>();
        for (Class<?> type : forms()) {
            Stream.concat(
                            Stream.of("help.html", "config.jelly"),
                            OwnSteps.arguments(type).keySet().stream().map(argument -> "help-" + argument + ".html"))
                    .filter(file -> !Forms.has(type, file))
                    .forEach(file -> missing.add(type.getSimpleName() + "/" + file));
        }

        assertThat(missing).isEmpty();
        assertThat(Forms.has(DrillBuilder.class, "help-nothing.html")).isFalse();
    }

    @Test
    void shouldAskForEveryArgumentInTheForm() {
        for (Class<?> type : forms()) {
            Set<String> arguments = OwnSteps.arguments(type).keySet();

            assertThat(Forms.fields(type)).as(type.getSimpleName()).containsExactlyInAnyOrderElementsOf(arguments);
        }
    }

    /** Otherwise a wrong word would be found only when the build runs, and by no test. */
    @Test
    void shouldRefuseWordsThatTheDropdownDoesNotOffer() {
        int dropdowns = 0;
        for (OwnSteps.OwnStep step : STEPS) {
            for (Argument argument : step.model().arguments().values()) {
                if (hasFixedDropdown(step, argument)) {
                    dropdowns++;
                    assertThat(argument.problem("no such word"))
                            .as(step.name() + " " + argument.name())
                            .isPresent();
                }
            }
        }
        assertThat(dropdowns).isPositive();
    }

    /** One that lists words of the product takes nothing from the request. */
    private static boolean hasFixedDropdown(OwnSteps.OwnStep step, Argument argument) {
        String name = argument.name();
        String filler = "doFill" + name.substring(0, 1).toUpperCase() + name.substring(1) + "Items";
        return Stream.of(step.type().getDeclaredClasses())
                .filter(Descriptor.class::isAssignableFrom)
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> method.getName().equals(filler))
                .map(Method::getParameterCount)
                .anyMatch(count -> count == 0);
    }

    private static List<Class<?>> forms() {
        List<Class<?>> forms = new ArrayList<>(List.of(DrillBuilder.class));
        STEPS.forEach(step -> forms.add(step.type()));
        return forms;
    }
}
