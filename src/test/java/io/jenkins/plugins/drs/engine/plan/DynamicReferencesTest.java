package io.jenkins.plugins.drs.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.plan.DynamicReference.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicReferencesTest {
    private static final String ARN = "arn:aws:secretsmanager:us-west-2:123456789012:secret:MySecret-a1b2c3";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "secretsmanager:db, SECRETS_MANAGER, db, , , ",
        "secretsmanager:shop/db-conn:SecretString, SECRETS_MANAGER, shop/db-conn, , , ",
        "secretsmanager:db:SecretString:password, SECRETS_MANAGER, db, password, , ",
        "secretsmanager:db:SecretString:my key, SECRETS_MANAGER, db, my key, , ",
        "secretsmanager:db:SecretString:password:AWSPREVIOUS, SECRETS_MANAGER, db, password, AWSPREVIOUS, ",
        "secretsmanager:db:SecretString:::EXAMPLE1-90ab, SECRETS_MANAGER, db, , , EXAMPLE1-90ab",
        "secretsmanager:db::user, SECRETS_MANAGER, db, user, , ",
        ARN_ROW,
        ARN_WITH_KEY_ROW,
        "ssm:/shop/endpoint, SSM, /shop/endpoint, , , ",
        "ssm:endpoint:12, SSM, endpoint, , , 12",
        "ssm:arn:aws:ssm:us-east-2:123456789012:parameter/p:3, SSM, arn:aws:ssm:us-east-2:123456789012:parameter/p, , , 3",
        "ssm-secure:token, SSM_SECURE, token, , , ",
    })
    void shouldReadEveryForm(String body, Kind kind, String name, String key, String stage, String version) {
        DynamicReferences references = DynamicReferences.in("{{resolve:" + body + "}}");

        DynamicReference expected = new DynamicReference(
                kind, name, Optional.ofNullable(key), Optional.ofNullable(stage), Optional.ofNullable(version));
        assertThat(references.mistakes()).isEmpty();
        assertThat(references.occurrences())
                .extracting(DynamicReferences.Occurrence::reference)
                .containsExactly(expected);
        assertThat(DynamicReferences.in(expected.toString())
                        .occurrences()
                        .get(0)
                        .reference())
                .isEqualTo(expected);
    }

    private static final String ARN_ROW = "secretsmanager:" + ARN + ", SECRETS_MANAGER, " + ARN + ", , , ";
    private static final String ARN_WITH_KEY_ROW =
            "secretsmanager:" + ARN + ":SecretString:user, SECRETS_MANAGER, " + ARN + ", user, , ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{resolve:}}",
                "{{resolve:vault:x}}",
                "{{resolve:secretsmanager}}",
                "{{resolve:secretsmanager:}}",
                "{{resolve:secretsmanager:a b}}",
                "{{resolve:secretsmanager:a:SecretBinary}}",
                "{{resolve:secretsmanager:a:SecretString:k:stage:version}}",
                "{{resolve:secretsmanager:a:SecretString:k:s::x}}",
                "{{resolve:ssm:}}",
                "{{resolve:ssm:a:b}}",
                "{{resolve:ssm:a:0}}",
                "{{resolve:ssm:a:1:2}}",
                "{{resolve:ssm-secure: a}}",
                "text {{resolve:ssm:open"
            })
    void shouldReportWhatIsMalformed(String value) {
        DynamicReferences references = DynamicReferences.in(value);

        assertThat(references.occurrences()).isEmpty();
        assertThat(references.mistakes()).hasSize(1);
        assertThat(references.mistakes().get(0)).startsWith("Reference '{{resolve:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "{{global:DATE}}",
                "{resolve:a}",
                "{{resolver_ssm}}",
                "{{ssm:resolve}}",
                "{{ resolveHost }}",
                "{ resolve }",
                "}}{{"
            })
    void shouldTakeOtherBracesAsText(String value) {
        assertThat(DynamicReferences.in(value).isEmpty()).isTrue();
        assertThat(DynamicReferences.in(value).resolved(reference -> "never")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ resolve:ssm:a }}",
                "{{RESOLVE:ssm:a}}",
                "{{Resolve:ssm:a}}",
                "{{resolve :ssm:a}}",
                "{ {resolve:ssm:a}}",
                "{{\tresolve:ssm:a}}",
                "{{\u200Bresolve:ssm:a}}",
                "{{\u00A0resolve:ssm:a}}",
                "{{resolve\uFF1Assm:a}}",
                "{{resolve ssm:a}}",
                "{{resolve}}",
                "{resolve:ssm:a}",
                "{ Resolve : secretsmanager:a}",
                "{{resolver:ssm:a}}",
                "{{resolves:ssm:a}}",
                "{{re-solve:ssm:a}}",
                "{{resolve.ssm:a}}",
                "{{reso1ve:ssm:a}}",
                "{{res\u200Bolve:ssm:a}}",
                "{{res\u200Bolve:vault:a}}",
                "{{re\u0301solve:ssm:a}}",
                "{{\uFF52esolve:ssm:a}}",
                "\uFF5B\uFF5Bresolve:ssm:a}}",
                "{{r\u0435solve:ssm:a}}",
                "user:{{ resolve:secretsmanager:a}}@host"
            })
    void shouldReportWhatWasMeantAsAReference(String value) {
        DynamicReferences references = DynamicReferences.in(value);

        assertThat(references.occurrences()).isEmpty();
        assertThat(references.mistakes()).singleElement().asString().endsWith("does not begin with '{{resolve:'");
    }

    @Test
    void shouldFindAReferenceBesideOneThatIsMistaken() {
        DynamicReferences references =
                DynamicReferences.in("{{ resolve:ssm:a }} {{resolve:ssm:b}} {{r\u0435solve:ssm:c}}");

        assertThat(references.mistakes()).hasSize(2);
        assertThat(references.occurrences()).hasSize(1);
    }

    @Test
    void shouldReplaceReferencesAnywhereInAValue() {
        String value = "jdbc://{{resolve:ssm:host}}:5432/{{resolve:secretsmanager:db}}?a={{global:DATE}}";

        String resolved =
                DynamicReferences.in(value).resolved(reference -> "<{{resolve:ssm:" + reference.name() + "}}>");

        assertThat(resolved).isEqualTo("jdbc://<{{resolve:ssm:host}}>:5432/<{{resolve:ssm:db}}>?a={{global:DATE}}");
    }
}
