package io.jenkins.plugins.drs.cli.torture;

import io.jenkins.plugins.drs.engine.aws.sdk.AccessKeys;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource;
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

    /** Connections for one run in this process. */
    SdkConnections local(LocalEndpoint wire, InstantSource time, boolean withRoles) {
        endpoint = wire;
        clock = time;
        shared.forgetAnswers();
        return withRoles ? new SdkConnections(withRole(settings(time).withEndpoint(NOWHERE)), wire) : shared;
    }

    /** Connections for one run over sockets. */
    SdkConnections http(URI address, InstantSource time) {
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

    private static SdkSettings settings(InstantSource time) {
        AccessKeys keys = new AccessKeys("AKIDTORTURE", SECRET_KEY, Optional.empty());
        return SdkSettings.of(CredentialSource.keys(() -> keys)).withClock(time);
    }

    static SdkSettings withRole(SdkSettings settings) {
        String account = WorldDraw.OTHER_ACCOUNT;
        return settings.withRoles(
                Map.of(account, new RoleToAssume(account, WorldDraw.ROLE, Optional.empty(), "torture")));
    }

    @Override
    public void close() {
        shared.close();
    }
}
