package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.plan.Endpoint;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.endpoints.DrsEndpointProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.endpoints.Ec2EndpointProvider;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.endpoints.SecretsManagerEndpointProvider;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.endpoints.SsmEndpointProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointProvider;

/** One client per service, target and caller: made at first use, shared, closed together. Safe for use by threads. */
final class SdkClients implements AutoCloseable {
    private final SdkSettings settings;
    private final Supplier<SdkHttpClient> transport;
    private final ProvenPlaces places;
    private final Map<Key<?>, SdkClient> clients = new HashMap<>();
    private ClientConfiguration configuration;
    private SdkHttpClient http;
    private AnswerGuard guard;
    private boolean closed;

    /** @param transport opens the HTTP client at the first call */
    SdkClients(SdkSettings settings, Supplier<SdkHttpClient> transport, ProvenPlaces places) {
        this.settings = settings;
        this.places = places;
        this.transport = transport;
    }

    DrsClient drs(Target target, AwsCredentialsProvider caller) {
        return shared(
                new Key<>(DrsClient.class, target, caller),
                DrsClient::builder,
                builder -> builder.endpointProvider(asked -> DrsEndpointProvider.defaultProvider()
                        .resolveEndpoint(asked.toBuilder().endpoint(null).build())));
    }

    SsmClient ssm(Target target, AwsCredentialsProvider caller) {
        return shared(
                new Key<>(SsmClient.class, target, caller),
                SsmClient::builder,
                builder -> builder.endpointProvider(asked -> SsmEndpointProvider.defaultProvider()
                        .resolveEndpoint(asked.toBuilder().endpoint(null).build())));
    }

    Ec2Client ec2(Target target, AwsCredentialsProvider caller) {
        return shared(
                new Key<>(Ec2Client.class, target, caller),
                Ec2Client::builder,
                builder -> builder.endpointProvider(asked -> Ec2EndpointProvider.defaultProvider()
                        .resolveEndpoint(asked.toBuilder().endpoint(null).build())));
    }

    StsClient sts(Target target, AwsCredentialsProvider caller) {
        return shared(
                new Key<>(StsClient.class, target, caller),
                StsClient::builder,
                builder -> builder.endpointProvider(asked -> StsEndpointProvider.defaultProvider()
                        .resolveEndpoint(asked.toBuilder().endpoint(null).build())));
    }

    SecretsManagerClient secretsManager(Target target, AwsCredentialsProvider caller) {
        return shared(
                new Key<>(SecretsManagerClient.class, target, caller),
                SecretsManagerClient::builder,
                builder -> builder.endpointProvider(asked -> SecretsManagerEndpointProvider.defaultProvider()
                        .resolveEndpoint(asked.toBuilder().endpoint(null).build())));
    }

    /**
     * Sees to it that the same answers the calls of all services as answered those of STS.
     *
     * @throws io.jenkins.plugins.drs.engine.aws.AwsFailure when it does not
     */
    void requireSame(Endpoint sts, Target target, AwsCredentialsProvider caller) {
        if (settings.endpoint().isEmpty()) {
            new EndpointAgreement(ConfiguredEndpoints.of(this, target, caller), http()).require(sts);
        }
    }

    /** What answers, with the addresses of the services that do not go where those of STS go; no call is made. */
    Endpoint withServices(Endpoint sts, Target target, AwsCredentialsProvider caller) {
        if (settings.endpoint().isPresent() || sts.kind() != Endpoint.Kind.OTHER) {
            return sts;
        }
        Map<String, String> elsewhere = new TreeMap<>();
        ConfiguredEndpoints.of(this, target, caller)
                .byService()
                .forEach((service, address) -> elsewhere.put(service, AnsweringEndpoint.place(address)));
        elsewhere.values().removeIf(sts.address()::equals);
        return new Endpoint(sts.kind(), sts.address(), sts.simulatorId(), Optional.of(elsewhere));
    }

    private synchronized SdkHttpClient http() {
        return http;
    }

    /** @param ignoring keeps a client from calling the endpoint of environment or profile */
    private synchronized <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkClient> C shared(
            Key<C> key, Supplier<B> builders, Consumer<B> ignoring) {
        if (closed) {
            throw new IllegalStateException("Expected open connections to AWS, but they were closed");
        }
        if (configuration == null) {
            http = transport.get();
            guard = new AnswerGuard(http);
            configuration = new ClientConfiguration(settings, guard, places);
        }
        ClientConfiguration with = configuration;
        return key.type().cast(clients.computeIfAbsent(key, missing -> {
            B builder = builders.get();
            if (settings.endpoint().isEmpty() && ConfiguredEndpoints.areIgnored()) {
                ignoring.accept(builder);
            }
            return with.client(builder, key.target(), key.caller());
        }));
    }

    /** Takes every answer from now on for a first one. */
    synchronized void forgetAnswers() {
        if (guard != null) {
            guard.forget();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        clients.values().forEach(SdkClient::close);
        clients.clear();
        if (configuration != null) {
            configuration.close();
            configuration = null;
        }
    }

    private record Key<C>(Class<C> type, Target target, AwsCredentialsProvider caller) {}
}
