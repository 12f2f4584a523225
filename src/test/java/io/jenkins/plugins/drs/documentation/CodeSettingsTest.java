package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.plugin.configuration.DisasterRecoveryConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.PlansAsCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configuration as Code in documents sets what there is, and every setting is documented. */
class CodeSettingsTest {
    private static final Path INSTALLATION = Path.of("docs/jenkins/installation.md");

    @Test
    void shouldShowNothingThatCannotBeSet() throws Exception {
        List<String> problems = new ArrayList<>();
        int found = 0;
        for (Snippet snippet : Snippets.all()) {
            if (CodeSettings.concerns(snippet)) {
                found++;
                problems.addAll(CodeSettings.problems(snippet));
            }
        }

        assertThat(problems).isEmpty();
        assertThat(found).isGreaterThan(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unclassified: {disasterRecovry: {useSimulator: true}} | no disasterRecovry",
                "unclassified: {disasterRecovery: {simulator: true}} | no simulator",
                "unclassified: {disasterRecovery: {useSimulator: 'yes'}} | useSimulator is a boolean",
                "unclassified: {disasterRecovery: {simulatorTimeScale: fast}} | simulatorTimeScale is a double",
                "unclassified: {disasterRecovery: {defaultRegion: [us-east-1]}} | defaultRegion is a String",
            })
    void shouldFindWhatCannotBeSet(String yaml, String problem) {
        Snippet snippet = new Snippet(Path.of("x.md"), 1, Snippet.Kind.YAML, yaml);

        assertThat(CodeSettings.problems(snippet)).singleElement().asString().contains(problem);
    }

    @Test
    void shouldExplainEverySetting() throws Exception {
        String text = Files.readString(INSTALLATION);
        Set<String> settings =
                CodeSettings.attributes(DisasterRecoveryConfiguration.class).keySet();

        assertThat(settings).contains("useSimulator", "defaultRegion").allSatisfy(setting -> {
            assertThat(text).contains("`" + setting + "`");
            assertThat(Forms.has(DisasterRecoveryConfiguration.class, "help-" + setting + ".html"))
                    .as("help of " + setting)
                    .isTrue();
        });
        Set<String> onOtherPages = CodeSettings.attributes(PlansAsCode.class).keySet();
        assertThat(Forms.fields(DisasterRecoveryConfiguration.class))
                .containsAll(settings.stream()
                        .filter(setting -> !onOtherPages.contains(setting))
                        .toList())
                .doesNotContainAnyElementsOf(onOtherPages);
    }

    @Test
    void shouldTellTheSymbol() throws Exception {
        String symbol =
                DisasterRecoveryConfiguration.class.getAnnotation(Symbol.class).value()[0];

        assertThat(Files.readString(INSTALLATION)).contains("\n  " + symbol + ":\n");
    }
}
