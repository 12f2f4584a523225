package io.jenkins.plugins.drs.engine.aws.sdk;

import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Where the caller's own credentials come from. Opened at the first call, and again after AWS said they expired. */
public final class CredentialSource {
    private final Supplier<? extends AwsCredentialsProvider> supplier;

    private CredentialSource(Supplier<? extends AwsCredentialsProvider> supplier) {
        this.supplier = supplier;
    }

    /** The SDK's default chain: system properties, environment, web identity, profile files, container, instance. */
    public static CredentialSource defaultChain() {
        return new CredentialSource(() -> DefaultCredentialsProvider.builder().build());
    }

    /** A profile of the AWS configuration files; goes before the environment, as {@code aws --profile} does. */
    public static CredentialSource profile(String name) {
        return new CredentialSource(() -> ProfileCredentialsProvider.create(name));
    }

    /** Keys from elsewhere; {@code keys} is asked once, and again each time AWS said that they have expired. */
    public static CredentialSource keys(Supplier<AccessKeys> keys) {
        return new CredentialSource(() -> StaticCredentialsProvider.create(credentials(keys.get())));
    }

    /** Keys that may change at any time, as those of a profile do: {@code keys} is asked before each call. */
    public static CredentialSource changing(Supplier<AccessKeys> keys) {
        return new CredentialSource(() -> () -> credentials(keys.get()));
    }

    /** Any provider; one that can be closed is closed with the connections. */
    public static CredentialSource provider(Supplier<? extends AwsCredentialsProvider> supplier) {
        return new CredentialSource(supplier);
    }

    AwsCredentialsProvider open() {
        return supplier.get();
    }

    private static AwsCredentials credentials(AccessKeys keys) {
        return keys.sessionToken()
                .<AwsCredentials>map(
                        token -> AwsSessionCredentials.create(keys.accessKeyId(), keys.secretAccessKey(), token))
                .orElseGet(() -> AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()));
    }

    /**
     * Keys of a user or of a session.
     *
     * @param sessionToken present for keys of a session
     */
    public record AccessKeys(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
        /** Shows the id alone. */
        @Override
        public String toString() {
            return "AccessKeys[" + accessKeyId + "]";
        }
    }
}
