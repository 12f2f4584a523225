package io.jenkins.plugins.drs.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.SecretGateway;
import io.jenkins.plugins.drs.engine.aws.SecretGateway.Secret;
import io.jenkins.plugins.drs.engine.document.PlanDocument;
import io.jenkins.plugins.drs.engine.plan.AutomationAction;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.plan.ExportMetadata;
import io.jenkins.plugins.drs.engine.plan.OnFailure;
import io.jenkins.plugins.drs.engine.plan.PlanSchedule;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.plan.WavePolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskedValuesTest {
    private static final String VALUE = "s3cr3t-value";
    private static final MaskedValues MASKED = new MaskedValues(Map.of("TOKEN", VALUE, "PIN", "12", "EMPTY", ""));
    private static final DynamicReference TOKEN = reference("TOKEN");

    @TempDir
    private Path folder;

    private static DynamicReference reference(String variable) {
        return new DynamicReference(
                DynamicReference.Kind.JENKINS, variable, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void shouldStandAsReferencesInParameters() throws IOException {
        var plan = new MaskedPlan(MASKED)
                .in(
                        plan(
                                "For tests",
                                VALUE,
                                "user:" + VALUE + "@host",
                                "12",
                                "in 12 steps",
                                "{{resolve:ssm:/p12}}"),
                        "Plan");

        assertThat(plan.recoveryPlans()
                        .get(0)
                        .waves()
                        .get(0)
                        .preWaveActions()
                        .get(0)
                        .parameters()
                        .get("Values"))
                .containsExactly(
                        "{{resolve:jenkins:TOKEN}}",
                        "user:{{resolve:jenkins:TOKEN}}@host",
                        "{{resolve:jenkins:PIN}}",
                        "in 12 steps",
                        "{{resolve:ssm:/p12}}");
    }

    @Test
    void shouldBeReplacedInOtherFormsToo() throws IOException {
        MaskedValues masked = new MaskedValues(Map.of("TOKEN", VALUE));
        String encoded = Base64.getEncoder().encodeToString(("user:" + VALUE).getBytes(StandardCharsets.UTF_8));

        var plan = new MaskedPlan(masked).in(plan("For tests", "Basic " + encoded), "Plan");

        String json = new String(PlanDocument.canonicalJson(plan, "Plan"), StandardCharsets.UTF_8);
        assertThat(json).contains("{{resolve:jenkins:value-2}}").doesNotContain(encoded);
        assertThat(masked.over(none()).resolve(reference("value-2")).value()).isEqualTo("Basic " + encoded);
    }

    @Test
    void shouldNotBeKeptInAPlan() throws IOException {
        var plan = new MaskedPlan(MASKED).in(plan("For tests", "a" + VALUE), "Plan");

        assertThat(new String(PlanDocument.canonicalJson(plan, "Plan"), StandardCharsets.UTF_8))
                .doesNotContain(VALUE);
    }

    @Test
    void shouldBeRefusedWhereNoReferenceCanStand() {
        assertThatThrownBy(() -> new MaskedPlan(MASKED).in(plan("Uses " + VALUE, "x"), "Plan"))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("'TOKEN'", "/description")
                .hasMessageNotContaining(VALUE);
    }

    @Test
    void shouldBeThereAfterARestartAndUnreadableInTheFile() throws IOException {
        MASKED.write(folder, new FakeSeal(true));

        Path file = folder.resolve("masked.json");
        assertThat(file).content().doesNotContain(VALUE);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(MaskedValues.read(folder, new FakeSeal(true))
                        .over(none())
                        .resolve(TOKEN)
                        .value())
                .isEqualTo(VALUE);

        MaskedValues.erase(folder);
        assertThat(file).doesNotExist();
    }

    @Test
    void shouldTellWhatToDoWhenTheyAreLost() throws IOException {
        MASKED.write(folder, new FakeSeal(true));
        var lost = MaskedValues.read(folder, new FakeSeal(false));

        assertThatThrownBy(() -> lost.over(none()).resolve(TOKEN))
                .isInstanceOf(AwsFailure.class)
                .hasMessageContainingAll("'TOKEN'", "Start the build again");
    }

    @Test
    void shouldLeaveOtherReferencesToAws() {
        var reference = new DynamicReference(
                DynamicReference.Kind.SSM, "p", Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(MASKED.over(none()).resolve(reference).value()).isEqualTo("of AWS");
    }

    private static SecretGateway none() {
        return reference -> new Secret("of AWS", Optional.empty());
    }

    private static DrConfiguration plan(String description, String... values) {
        var action = new AutomationAction(
                "Run",
                new AutomationAction.Document("Run", Optional.empty()),
                Map.of("Values", List.of(values)),
                Duration.ofMinutes(5),
                OnFailure.STOP,
                Optional.of(Target.own("us-east-1")),
                Map.of());
        var wave = new Wave(
                "Wave", List.of(), Optional.of(List.of()), WavePolicy.DEFAULT, List.of(action), List.of(), Map.of());
        var plan = new RecoveryPlan(
                "Plan", description, Optional.empty(), Optional.empty(), PlanSchedule.NONE, List.of(wave), Map.of());
        return new DrConfiguration(ExportMetadata.NONE, List.of(), List.of(), List.of(plan), Map.of());
    }
}
