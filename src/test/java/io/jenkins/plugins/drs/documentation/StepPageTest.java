package io.jenkins.plugins.drs.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** docs/jenkins/step-reference.md cannot drift from the steps. */
class StepPageTest {
    /** {@code mvn test -Dtest=StepPageTest -Ddocs.write=true} writes it. */
    @Test
    void shouldSayWhatTheStepsAndTheirHelpSay() throws Exception {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(StepPage.FILE, StepPage.text());
        }

        assertThat(Files.readString(StepPage.FILE))
                .as("run this test with -Ddocs.write=true")
                .isEqualTo(StepPage.text());
    }

    @Test
    void shouldTellRequiredArgumentsAndTheWordsThatAreTaken() throws Exception {
        assertThat(StepPage.text())
                .contains("## drsDrill\n", "## ssmAction\n", "Takes a block.")
                .contains("| `onConflict` | text: `fail`, `skip`, `overwrite` |")
                .containsPattern("\\| `wave` \\| text \\| Required, its name may be left out\\.");
    }
}
