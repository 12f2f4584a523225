package io.jenkins.plugins.drs.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "No wave 'Wep', Did you mean 'Web'?, No wave 'Wep'. Did you mean 'Web'?",
        "No wave 'Wep', Name one, No wave 'Wep'. Name one.",
        "The name is long., Shorten it!, The name is long. Shorten it!",
        "It is empty, '', It is empty."
    })
    void shouldTellWholeSentences(String message, String remedy, String text) {
        assertThat(Problem.error("/recoveryPlans/0", message, remedy).text()).isEqualTo(text);
    }
}
