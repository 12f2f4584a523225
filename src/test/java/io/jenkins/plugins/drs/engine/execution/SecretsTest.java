package io.jenkins.plugins.drs.engine.execution;

import static io.jenkins.plugins.drs.engine.execution.DrillAssert.assertDrill;
import static io.jenkins.plugins.drs.engine.execution.DrillScenario.drillOf;
import static io.jenkins.plugins.drs.engine.execution.TestAction.action;
import static io.jenkins.plugins.drs.engine.execution.TestWave.wave;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionEnded;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionSecretsResolved;
import io.jenkins.plugins.drs.engine.event.ActionEvent.ActionStarted;
import io.jenkins.plugins.drs.engine.event.CallEvent.EffectFailed;
import io.jenkins.plugins.drs.engine.event.LifecycleEvent.WavesBegun;
import io.jenkins.plugins.drs.engine.event.PreflightEvent.StepDone;
import io.jenkins.plugins.drs.engine.redaction.SecretForms;
import io.jenkins.plugins.drs.engine.report.ArtifactFolder;
import io.jenkins.plugins.drs.engine.result.DrillResults;
import io.jenkins.plugins.drs.engine.result.EventText;
import io.jenkins.plugins.drs.engine.term.CheckStatus;
import io.jenkins.plugins.drs.engine.term.ExecutionStatus;
import io.jenkins.plugins.drs.simulator.fault.Fault;
import io.jenkins.plugins.drs.simulator.fault.FaultKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** A whole drill whose runbooks say it in every form, in outputs and in failures, and a host that was restarted. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("planted")
    void shouldShowAPlantedSecretInNoForm(String kind, String value, String inner, String reference) {
        Map<String, String> forms = SecretForms.of(inner);
        String says = json(String.join(" | ", forms.values()));
        String secret = json(value);
        DrillScenario scenario = drillOf(
                        wave("Web", "web-1")
                                .before(action("Connect")
                                        .with("Token", "t=" + reference)
                                        .orElseContinue()),
                        wave("App", "app-1")
                                .before(action("Fail").with("Token", reference).orElseContinue()))
                .inWorld(world -> world.region("\"secrets\": [{\"name\": \"login\", \"secretString\": " + secret
                        + "}], \"parameters\": [{\"name\": \"/key\", \"type\": \"SecureString\", \"value\": " + secret
                        + "}]"))
                .inWorld(world -> world.document(
                        "Connect", "\"durationSeconds\": 60, \"outputs\": {\"log\": [" + says + ", \"{{ Token }}\"]}"))
                .inWorld(world -> world.document("Fail", "\"result\": \"Failed\", \"failureMessage\": " + says));
        try (Drill drill = scenario.start()) {
            drill.runUntil(ActionStarted.class::isInstance);
            drill.restartAfter(Duration.ofSeconds(5));
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED);
            String written = drill.journalText() + everything(drill);
            forms.forEach((name, form) ->
                    assertThat(written).as(name).doesNotContain(form).doesNotContain(json(form)));
            assertThat(drill.events(ActionEnded.class))
                    .hasSize(2)
                    .allSatisfy(end -> assertThat(end.message() + end.outputs()).contains(" | *** | "));
        }
    }

    static Stream<Arguments> planted() {
        String hard = "Tr0ub4dor&3 \"+/='é<$`\\x>";
        String manager = "{{resolve:secretsmanager:login}}";
        return Stream.of(
                Arguments.of("a value", hard, hard, manager),
                Arguments.of("a value with a line break", hard + "\n", hard, manager),
                Arguments.of("a value within JSON", json(Map.of("a", Map.of("b", List.of(hard)))), hard, manager),
                Arguments.of(
                        "a key of JSON",
                        json(Map.of("k", hard)),
                        hard,
                        "{{resolve:secretsmanager:login:SecretString:k}}"),
                Arguments.of("a line", "first-line\n" + hard + "\nlast-line\n", hard, "{{resolve:ssm-secure:/key}}"),
                Arguments.of("an item of a list", "one-item,s3cr3t/item,more", "s3cr3t/item", "{{resolve:ssm:/key}}"));
    }

    @Test
    void shouldHideBothValuesOfASecretThatIsRotatedMeanwhile() {
        DrillScenario scenario = drillOf(wave("Web", "web-1")
                        .before(action("Connect").with("Token", "{{resolve:secretsmanager:login}}")))
                .inWorld(world -> world.region("\"secrets\": [{\"name\": \"login\", \"secretString\": \"0ld-value-1\"},"
                        + " {\"name\": \"login\", \"secretString\": \"n3w-value-2\", \"afterSeconds\": 20}]"))
                .inWorld(world -> world.document(
                        "Connect",
                        "\"durationSeconds\": 60, \"outputs\": {\"log\": [\"0ld-value-1 {{ Token }} n3w-value-2\"]}"));
        try (Drill drill = scenario.start()) {
            drill.runUntil(ActionStarted.class::isInstance);
            drill.restartAfter(Duration.ofMinutes(5)); // knows nothing of the old value but its version
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED);
            assertThat(drill.events(ActionSecretsResolved.class)).hasSize(1).allSatisfy(resolved -> assertThat(
                            resolved.versions())
                    .containsOnlyKeys("{{resolve:secretsmanager:login}}"));
            assertThat(drill.journalText()).contains("*** *** ").doesNotContain("0ld-value-1");
        }
    }

    /** SSM refuses a client token that comes with other parameters: the runbook ran, and was told as not run. */
    @Test
    void shouldRepeatAStartWithTheValueItHadThoughTheSecretWasRotated() {
        DrillScenario scenario = drillOf(
                        wave("Web", "web-1").before(action("Connect").with("Token", "{{resolve:ssm-secure:/key}}")))
                .inWorld(world ->
                        world.region("\"parameters\": [{\"name\": \"/key\", \"type\": \"SecureString\", \"value\":"
                                + " \"0ld-value-1\"}, {\"name\": \"/key\", \"type\": \"SecureString\", \"value\": \"n3w-value-2\","
                                + " \"version\": 2, \"afterSeconds\": 60}]"))
                .failing(Fault.of(FaultKind.LOSE_ANSWER)
                        .on("ssm", "StartAutomationExecution")
                        .times(1));
        try (Drill drill = scenario.start()) {
            drill.runUntil(EffectFailed.class::isInstance);
            drill.restartAfter(Duration.ofMinutes(5));
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED);
            assertThat(drill.record().automations()).hasSize(1);
        }
    }

    @Test
    void shouldWithholdWhatARunbookSaysWhenItsSecretIsGone() {
        try (Drill drill = scenario()
                .inWorld(world -> world.document(
                        "Connect",
                        "\"durationSeconds\": 60, \"outputs\": {\"log\": [\"connected with " + SECRET + "\"]}"))
                .start()) {
            drill.runUntil(ActionStarted.class::isInstance);
            drill.simulator().faults().add(Fault.of(FaultKind.ACCESS_DENIED).on("secretsmanager", "GetSecretValue"));
            drill.restartAfter(Duration.ofSeconds(5));
            drill.run();

            assertDrill(drill).ended(ExecutionStatus.COMPLETED);
            assertThat(drill.journalText()).contains("(withheld").doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12345, is shorter than 6 characters",
        "password, is a common word",
        "web-1, is shorter",
        "connect, is a word of the plan"
    })
    void shouldWarnOfAValueThatItCannotHide(String value, String reason) {
        try (Drill drill = drillOf(
                        wave("Web", "web-1").before(action("Connect").with("Token", "{{resolve:ssm-secure:/key}}")))
                .inWorld(world ->
                        world.region("\"parameters\": [{\"name\": \"/key\", \"type\": \"SecureString\", \"value\":"
                                + " \"" + value + "\"}]"))
                .start()) {
            drill.runUntil(WavesBegun.class::isInstance);

            assertThat(drill.events(StepDone.class).stream().flatMap(step -> step.checks().stream()))
                    .filteredOn(check -> check.status() == CheckStatus.WARNING)
                    .singleElement()
                    .satisfies(check -> assertThat(check.message())
                            .contains(reason, "parameter 'Token' of action 'Connect'")
                            .doesNotContain("value " + value));
        }
    }

    private static String everything(Drill drill) {
        Path folder = drill.journalFile().resolveSibling("artifacts");
        try {
            new ArtifactFolder(folder).all(DrillResults.of(drill.recorded()));
            StringBuilder all = new StringBuilder();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file));
                }
            }
            EventText console = new EventText();
            drill.recorded().forEach(event -> console.line(event).ifPresent(all::append));
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
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
