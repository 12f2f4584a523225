package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.event.ExecutionStatus;
import org.junit.jupiter.api.Test;

/** What a reference stands for is in no event, whoever says it. */
class SecretsTest {
    private static final String SECRET = "correct-horse-battery-staple";
    private static final String REFERENCE = "{{resolve:secretsmanager:db-conn:SecretString:password}}";

    private static DrillScenario scenario() {
        return drillOf(wave("Web", "web-1").before(action("Connect").with("Url", "db://shop:" + REFERENCE + "@db")))
                .inWorld(world -> world.region("\"secrets\": [{\"name\": \"db-conn\", \"secretString\":"
                        + " \"{\\\"password\\\": \\\"" + SECRET + "\\\"}\"}]"));
    }

    @Test
    void shouldJournalTheReferenceAndNotItsValue() {
        try (Drill drill = scenario().start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED);
            assertThat(drill.record().calls("GetSecretValue")).hasSizeGreaterThan(1);
            assertThat(drill.journalText()).contains(REFERENCE).doesNotContain(SECRET);
        }
    }

    @Test
    void shouldHideAValueThatARunbookPutsOut() {
        try (Drill drill = scenario()
                .inWorld(world -> world.document(
                        "Connect", "\"outputs\": {\"Connect.Log\": [\"connected with " + SECRET + "\"]}"))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED);
            assertThat(drill.journalText()).contains("connected with").doesNotContain(SECRET);
        }
    }

    @Test
    void shouldHideAValueThatARunbookFailsWith() {
        try (Drill drill = scenario()
                .inWorld(world -> world.document(
                        "Connect", "\"result\": \"Failed\", \"failureMessage\": \"Access denied for " + SECRET + "\""))
                .start()) {
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.FAILED);
            assertThat(drill.journalText()).contains("Access denied for").doesNotContain(SECRET);
        }
    }
}
