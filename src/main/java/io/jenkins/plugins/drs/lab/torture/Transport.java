package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource.AccessKeys;
import io.jenkins.plugins.drs.engine.aws.sdk.LocalEndpoint;
import io.jenkins.plugins.drs.engine.aws.sdk.RoleToAssume;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Connections of the product's SDK adapters to whatever run has them at the moment. Making clients costs more than a run,
 * so runs share them; what remembers something of AWS, such as an assumed role, is made anew. For one thread.
 */
final class Transport implements AutoCloseable {
    static final String SECRET_KEY = "sEcrEt-Acc355-kEy-0f-the-drill";

    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private final SdkConnections shared = new SdkConnections(settings(this::now).withEndpoint(NOWHERE), this::answer);
    private LocalEndpoint endpoint;
    private InstantSource clock;
    private Supplier<String> accessKey;

    /** Connections for one run in this process. */
    SdkConnections local(LocalEndpoint wire, InstantSource time, boolean withRoles, Supplier<String> key) {
        endpoint = wire;
        clock = time;
        accessKey = key;
        shared.forgetAnswers();
        return withRoles ? new SdkConnections(withRole(settings(time).withEndpoint(NOWHERE)), wire) : shared;
    }

    /** Connections for one run over sockets. */
    SdkConnections http(URI address, InstantSource time, Supplier<String> key) {
        accessKey = key;
        return new SdkConnections(withRole(settings(time).withEndpoint(address)));
    }

    boolean isShared(SdkConnections connections) {
        return connections == shared;
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalEndpoint.Answer answer(LocalEndpoint.Ask ask) throws IOException {
        return endpoint.answer(ask);
    }

    /** The key is read at each call, as those of a profile and of an instance are. */
    private SdkSettings settings(InstantSource time) {
        return SdkSettings.of(
                        CredentialSource.changing(() -> new AccessKeys(accessKey.get(), SECRET_KEY, Optional.empty())))
                .withClock(time);
    }

    static SdkSettings withRole(SdkSettings settings) {
        String account = EnvironmentDraw.OTHER_ACCOUNT;
        return settings.withRoles(
                Map.of(account, new RoleToAssume(account, EnvironmentDraw.ROLE, Optional.empty(), "torture")));
    }

    @Override
    public void close() {
        shared.close();
    }
}
