package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;
import software.amazon.awssdk.regions.Region;

/** What every client has in common: transport, time-outs, Region, endpoint, and that it never retries. */
final class ClientConfiguration implements AutoCloseable {
    private final SdkSettings settings;
    private final AnswerGuard http;
    private final ProvenPlaces places;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "aws-call-timeouts");
        thread.setDaemon(true);
        return thread;
    });

    ClientConfiguration(SdkSettings settings, AnswerGuard http, ProvenPlaces places) {
        this.settings = settings;
        this.http = http;
        this.places = places;
    }

    <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, Target target, AwsCredentialsProvider credentials) {
        settings.endpoint().ifPresent(builder::endpointOverride);
        if (http.isLocal()) {
            builder.putAuthScheme(new LocalSigning());
        }
        return builder.httpClient(http)
                .region(Region.of(target.region()))
                .credentialsProvider(CallRunner.signer(credentials))
                .overrideConfiguration(overrides(target))
                .build();
    }

    /** A local endpoint needs no time-outs, and the timers for them would take as long as its answers. */
    private ClientOverrideConfiguration overrides(Target target) {
        ClientOverrideConfiguration.Builder overrides = ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .addExecutionInterceptor(new AnsweringEndpoint(() -> places.endpoint(target)))
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, settings.userAgent());
        if (!http.isLocal()) {
            overrides.apiCallAttemptTimeout(settings.timeouts().call()).scheduledExecutorService(timer);
        }
        return overrides.build();
    }

    @Override
    public void close() {
        http.close();
        timer.shutdownNow();
    }

    /**
     * Names the caller of requests to a {@link LocalEndpoint} as Signature Version 4 does, without computing a signature: nobody
     * could verify it, and it would take as long as the answer.
     */
    private static final class LocalSigning implements AwsV4AuthScheme, AwsV4HttpSigner {
        private static final String NO_SIGNATURE = "0".repeat(64);

        @Override
        public String schemeId() {
            return SCHEME_ID;
        }

        @Override
        public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
            return providers.identityProvider(AwsCredentialsIdentity.class);
        }

        @Override
        public AwsV4HttpSigner signer() {
            return this;
        }

        @Override
        public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
            AwsCredentialsIdentity caller = request.identity();
            String scope = "/20000101/" + request.requireProperty(REGION_NAME) + "/"
                    + request.requireProperty(SERVICE_SIGNING_NAME) + "/aws4_request";
            SdkHttpRequest.Builder named = request.request().toBuilder()
                    .putHeader(
                            "Authorization",
                            "AWS4-HMAC-SHA256 Credential=" + caller.accessKeyId() + scope
                                    + ", SignedHeaders=host, Signature=" + NO_SIGNATURE);
            token(caller).ifPresent(token -> named.putHeader("X-Amz-Security-Token", token));
            return SignedRequest.builder()
                    .request(named.build())
                    .payload(request.payload().orElse(null))
                    .build();
        }

        private static Optional<String> token(AwsCredentialsIdentity caller) {
            return caller instanceof AwsSessionCredentialsIdentity session
                    ? Optional.of(session.sessionToken())
                    : Optional.empty();
        }

        @Override
        public CompletableFuture<AsyncSignedRequest> signAsync(
                AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
            throw new UnsupportedOperationException("Calls within the process are not asynchronous");
        }
    }
}
