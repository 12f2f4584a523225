package io.jenkins.plugins.drs.plugin.pages.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.plan.Problem;
import org.junit.jupiter.api.Test;

class ProblemViewTest {
    @Test
    void shouldNotPutAFullStopBehindAQuestion() {
        ProblemView view = ProblemView.of(Problem.error(
                "/recoveryPlans/0/waves/1/dependsOn/0", "The plan has no wave 'Wep'", "Did you mean 'Web'?"));

        assertThat(view.getText()).isEqualTo("The plan has no wave 'Wep'. Did you mean 'Web'?");
    }
}
