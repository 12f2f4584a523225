package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.FailureKind;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;

class BaseCredentialsTest {
    private static final String SERVERS = "DescribeSourceServers";

    @Test
    void shouldSayThatThereAreNoCredentialsWithoutCalling() {
        var empty = CredentialSource.provider(
                () -> AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create()));
        try (var wire = new Wire(settings -> with(empty, settings))) {
            var failure = Wire.failureOf(() -> wire.access.drs(Wire.OWN).sourceServers());

            assertThat(failure.kind()).isEqualTo(FailureKind.NO_CREDENTIALS);
            assertThat(failure.details().operation()).isEqualTo("drs:DescribeSourceServers");
            assertThat(wire.calls).isEmpty();
        }
    }

    @Test
    void shouldSayThatAProfileDoesNotExist() {
        var profile = CredentialSource.profile("no-such-profile-7");
        try (var wire = new Wire(settings -> with(profile, settings))) {
            var failure = Wire.failureOf(() -> wire.access.drs(Wire.OWN).sourceServers());

            assertThat(failure.kind()).isEqualTo(FailureKind.NO_CREDENTIALS);
            assertThat(failure).hasMessageContaining("no-such-profile-7");
        }
    }

    @Test
    void shouldAskForKeysOnceAndAgainAfterTheyExpired() {
        var asked = new AtomicInteger();
        var keys = CredentialSource.keys(
                () -> new AccessKeys("AKID" + asked.incrementAndGet(), "secret", Optional.of("token")));
        try (var wire = new Wire(settings -> with(keys, settings))) {
            wire.server.answer(
                    SERVERS,
                    Answers.json("{\"items\":[]}"),
                    Answers.error(403, "ExpiredTokenException"),
                    Answers.json("{\"items\":[]}"));

            wire.access.drs(Wire.OWN).sourceServers();
            Wire.failureOf(() -> wire.access.drs(Wire.OWN).sourceServers());
            wire.access.drs(Wire.OWN).sourceServers();

            assertThat(wire.server.requests(SERVERS).get(1).header("Authorization"))
                    .contains("AKID1/");
            assertThat(wire.server.requests(SERVERS).get(2).header("Authorization"))
                    .contains("AKID2/");
        }
    }

    @Test
    void shouldNotShowSecretsOfKeysAndProxies() {
        var keys = new AccessKeys("AKID", "top-secret", Optional.of("token"));
        var proxy = new HttpProxy("proxy", 3128, Optional.of("me"), Optional.of("top-secret"), java.util.Set.of());

        assertThat(keys + " " + proxy).contains("AKID", "proxy:3128").doesNotContain("top-secret", "token");
    }

    private static SdkSettings with(CredentialSource source, SdkSettings settings) {
        return SdkSettings.of(source).withEndpoint(settings.endpoint().orElseThrow());
    }
}
