package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
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
}
