package io.jenkins.plugins.drs.engine.aws.sdk;

import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.error;
import static io.jenkins.plugins.drs.engine.aws.sdk.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.plan.DynamicReference;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdkSecretsTest {
    private static final String GET = "GetSecretValue";

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void shouldGiveTheWholeSecretWhenNoKeyIsNamed() {
        wire.server.answer(GET, json("{\"SecretString\":\"hunter2\"}"));

        assertThat(resolve(secret(Optional.empty()))).isEqualTo("hunter2");
        assertThat(wire.server.only(GET).body()).isEqualTo("{\"SecretId\":\"db\"}");
    }

    @Test
    void shouldAskForStageAndVersionAndTakeTheKey() {
        wire.server.answer(GET, json("{\"SecretString\":\"{\\\"port\\\":5432,\\\"password\\\":\\\"hunter2\\\"}\"}"));
        var reference = new DynamicReference(
                DynamicReference.Kind.SECRETS_MANAGER,
                "db",
                Optional.of("password"),
                Optional.of("AWSPREVIOUS"),
                Optional.of("v-1"));

        assertThat(resolve(reference)).isEqualTo("hunter2");
        assertThat(resolve(secret(Optional.of("port")))).isEqualTo("5432");
        assertThat(wire.server.requests(GET).get(0).body())
                .contains("\"VersionStage\":\"AWSPREVIOUS\"", "\"VersionId\":\"v-1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\\\"user\\\":\\\"hunter2\\\"}", "hunter2", "\\\"hunter2\\\"", "{\\\"password\\\":null}"})
    void shouldTellThatASecretHasNoSuchKeyWithoutShowingIt(String text) {
        wire.server.answer(GET, json("{\"SecretString\":\"" + text + "\"}"));

        var failure = Wire.failureOf(() -> resolve(secret(Optional.of("password"))));

        assertThat(failure.kind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(failure.details().code()).isEqualTo("JsonKeyNotFound");
        assertThat(TestText.everythingOf(failure)).contains("'db'").doesNotContain("hunter2");
    }

    @Test
    void shouldTellThatASecretIsBinary() {
        wire.server.answer(GET, json("{\"SecretBinary\":\"AAAA\"}"));

        assertThat(Wire.failureOf(() -> resolve(secret(Optional.empty()))).kind())
                .isEqualTo(FailureKind.NOT_FOUND);
    }

    @ParameterizedTest
    @EnumSource(names = {"SSM", "SSM_SECURE"})
    void shouldReadAParameterDecrypted(DynamicReference.Kind kind) {
        wire.server.answer("GetParameter", json("{\"Parameter\":{\"Name\":\"/db/password\",\"Value\":\"hunter2\"}}"));
        var reference =
                new DynamicReference(kind, "/db/password", Optional.empty(), Optional.empty(), Optional.of("4"));

        assertThat(resolve(reference)).isEqualTo("hunter2");
        assertThat(wire.server.only("GetParameter").body())
                .contains("\"Name\":\"/db/password:4\"", "\"WithDecryption\":true");
    }

    @Test
    void shouldNameTheVersionThatItRead() {
        String id = "3f2b6a0e-0000-4000-8000-000000000001";
        wire.server.answer(GET, json("{\"SecretString\":\"hunter2\",\"VersionId\":\"" + id + "\"}"));
        wire.server.answer("GetParameter", json("{\"Parameter\":{\"Name\":\"p\",\"Value\":\"x\",\"Version\":7}}"));
        var parameter = new DynamicReference(
                DynamicReference.Kind.SSM, "p", Optional.empty(), Optional.empty(), Optional.empty());

        var secrets = wire.access.secrets(Wire.OWN);
        assertThat(secrets.resolve(secret(Optional.empty())).version()).contains(id);
        assertThat(secrets.resolve(parameter).version()).contains("7");
        assertThat(secrets.resolve(secret(Optional.empty()))).asString().doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ParameterNotFound", "ParameterVersionNotFound"})
    void shouldTellThatAParameterDoesNotExist(String code) {
        wire.server.answer("GetParameter", error(400, code));
        var reference = new DynamicReference(
                DynamicReference.Kind.SSM, "p", Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(Wire.failureOf(() -> resolve(reference)).kind()).isEqualTo(FailureKind.NOT_FOUND);
    }

    @Test
    void shouldNotShowASecretWhoseAnswerIsBroken() {
        wire.server.answer(GET, json("{\"SecretString\": hunter2"));

        var failure = Wire.failureOf(() -> resolve(secret(Optional.empty())));

        assertThat(TestText.everythingOf(failure)).doesNotContain("hunter2");
    }

    private String resolve(DynamicReference reference) {
        return wire.access.secrets(Wire.OWN).resolve(reference).value();
    }

    private static DynamicReference secret(Optional<String> key) {
        return new DynamicReference(
                DynamicReference.Kind.SECRETS_MANAGER, "db", key, Optional.empty(), Optional.empty());
    }
}
