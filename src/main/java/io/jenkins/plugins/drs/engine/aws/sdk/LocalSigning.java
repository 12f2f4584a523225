package io.jenkins.plugins.drs.engine.aws.sdk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

/**
 * Names the caller of requests to a {@link LocalEndpoint} as Signature Version 4 does, without computing a signature: nobody
 * could verify it, and it would take as long as the answer.
 */
final class LocalSigning implements AwsV4AuthScheme, AwsV4HttpSigner {
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
    public CompletableFuture<AsyncSignedRequest> signAsync(AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
        throw new UnsupportedOperationException("Calls within the process are not asynchronous");
    }
}
