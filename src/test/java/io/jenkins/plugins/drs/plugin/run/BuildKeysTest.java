package io.jenkins.plugins.drs.plugin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource.AccessKeys;
import io.jenkins.plugins.drs.plugin.run.AwsAccounts.BuildKeys;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildKeysTest {
    private static final Map<String, String> CONTROLLER =
            Map.of("AWS_ACCESS_KEY_ID", "AKIACONTROLLER", "AWS_SECRET_ACCESS_KEY", "its-secret");

    @Test
    void shouldTakeKeysThatWereGivenToTheBuild() {
        Map<String, String> build = Map.of(
                "AWS_ACCESS_KEY_ID", "ASIABUILD", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_SESSION_TOKEN", "token");

        assertThat(BuildKeys.of(build, CONTROLLER))
                .contains(new AccessKeys("ASIABUILD", "secret", Optional.of("token")));
    }

    @Test
    void shouldNotTakeKeysThatTheBuildInheritedFromTheController() {
        assertThat(BuildKeys.of(CONTROLLER, CONTROLLER)).isEmpty();
    }

    @Test
    void shouldFindNoneWhereTheVariableIsMissingOrBlank() {
        assertThat(BuildKeys.of(Map.of(), Map.of())).isEmpty();
        assertThat(BuildKeys.of(Map.of("AWS_ACCESS_KEY_ID", " "), Map.of())).isEmpty();
    }

    @Test
    void shouldHaveNoTokenWhereItIsBlank() {
        Map<String, String> build =
                Map.of("AWS_ACCESS_KEY_ID", "AKIABUILD", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_SESSION_TOKEN", "");

        assertThat(BuildKeys.of(build, Map.of())).contains(new AccessKeys("AKIABUILD", "secret", Optional.empty()));
    }
}
