package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource.AccessKeys;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings.HttpProxy;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

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
    void shouldTellCredentialsThatCannotBeAskedForFromBadOnes() {
        var failure = failureWith(() -> roleOf(URI.create("https://sts.invalid")));

        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIALS_UNREACHABLE);
        assertThat(failure.kind().isRetryable()).isTrue();
        assertThat(failure.kind().isInDoubt()).isFalse();
        assertThat(failure.details().code()).isEqualTo("UnknownHostException");
        assertThat(failure.details().message()).contains("could not be asked for", "sts.invalid");
    }

    @Test
    void shouldTellARefusedRoleFromACallThatIsNotAllowed() {
        try (var sts = new WireServer()) {
            sts.answer("AssumeRole", Answers.stsError(403, "AccessDenied"));

            var failure = failureWith(() -> roleOf(sts.endpoint()));

            assertThat(failure.kind()).isEqualTo(FailureKind.ACCESS_DENIED);
            assertThat(failure.details().operation()).isEqualTo("sts:AssumeRole");
        }
    }

    @Test
    void shouldSayThatSilenceOfStsIsNoRefusal() {
        try (var sts = new WireServer()) {
            sts.answer("AssumeRole", Answers.cut());

            assertThat(failureWith(() -> roleOf(sts.endpoint())).kind()).isEqualTo(FailureKind.CREDENTIALS_UNREACHABLE);
        }
    }

    /** Of the keys that a role's session has, as a store of credentials asks STS for them. */
    private static AccessKeys roleOf(URI endpoint) {
        try (var sts = StsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .overrideConfiguration(with -> with.retryStrategy(none -> none.maxAttempts(1)))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret")))
                .build()) {
            var keys = sts.assumeRole(role ->
                            role.roleArn("arn:aws:iam::111122223333:role/dr").roleSessionName("Jenkins"))
                    .credentials();
            return new AccessKeys(keys.accessKeyId(), keys.secretAccessKey(), Optional.of(keys.sessionToken()));
        }
    }

    private static AwsFailure failureWith(Supplier<AccessKeys> keys) {
        try (var wire = new Wire(settings -> with(CredentialSource.keys(keys), settings))) {
            var failure = Wire.failureOf(() -> wire.access.drs(Wire.OWN).sourceServers());
            assertThat(wire.calls).isEmpty();
            return failure;
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
