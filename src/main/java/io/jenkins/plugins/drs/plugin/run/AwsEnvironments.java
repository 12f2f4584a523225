package io.jenkins.plugins.drs.plugin.run;

import hudson.PluginWrapper;
import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.util.Secret;
import io.jenkins.plugins.drs.engine.aws.sdk.ConfiguredEndpoints;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource;
import io.jenkins.plugins.drs.engine.aws.sdk.RoleToAssume;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings.HttpProxy;
import io.jenkins.plugins.drs.engine.execution.shared.SharedInHost;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.run.AccessChoice.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** What executions work with: AWS, the built-in simulator, or what administrators put in their place. */
final class AwsEnvironments {
    private final Path simulatorFolder;
    private final Supplier<Boolean> keepSimulated;
    private final Map<URI, DrillTime> standing = new HashMap<>();
    private final Map<Optional<URI>, SharedInHost> commons = new HashMap<>();
    private EmbeddedSimulator simulator;

    /** @param keepSimulated whether an execution goes on in the built-in simulator's environment of before the restart */
    AwsEnvironments(Path simulatorFolder, Supplier<Boolean> keepSimulated) {
        this.simulatorFolder = simulatorFolder;
        this.keepSimulated = keepSimulated;
    }

    /**
     * A environment.
     *
     * @param shared what is common to all executions in it
     */
    record Environment(SdkSettings sdk, DrillTime time, SharedInHost shared) {}

    /**
     * What a new execution works with, given its credentials: the endpoint of the settings, else that of the environment and
     * profile of the controller.
     *
     * @throws AccessRefusedException when the endpoint does not answer, so that it is not known whether it is a simulator
     */
    StoredRequest.Access choose(AccessChoice credentials, HostSettings settings) throws AccessRefusedException {
        if (credentials.source() == Source.SIMULATOR || credentials.source() == Source.NONE) {
            return new StoredRequest.Access(credentials, Optional.empty(), true);
        }
        Optional<URI> named = endpoint(settings);
        if (named.isPresent()) {
            return new StoredRequest.Access(credentials, named, isSimulator(named.get()));
        }
        ConfiguredEndpoints configured = configured();
        boolean simulated = configured.notAws().isPresent()
                && isSimulator(configured.notAws().get());
        if (simulated && configured.common().isEmpty()) {
            throw new AccessRefusedException(Messages.access_mixedEndpoints(configured.byService()));
        }
        return new StoredRequest.Access(credentials, configured.common(), simulated);
    }

    private static ConfiguredEndpoints configured() throws AccessRefusedException {
        try {
            return ConfiguredEndpoints.of(SdkSettings.of(CredentialSource.defaultChain()));
        } catch (IllegalArgumentException e) {
            throw new AccessRefusedException(e.getMessage() + ".");
        }
    }

    private static Optional<URI> endpoint(HostSettings settings) throws AccessRefusedException {
        try {
            return settings.endpoint();
        } catch (IllegalArgumentException e) {
            throw new AccessRefusedException(e.getMessage() + ".");
        }
    }

    private static boolean isSimulator(URI endpoint) throws AccessRefusedException {
        try {
            return DrillTime.Stopped.at(endpoint).isPresent();
        } catch (IOException silence) {
            throw new AccessRefusedException(silence.getMessage() + ".");
        }
    }

    /** @throws IOException when the simulator that it began with cannot be reached now */
    synchronized Environment open(StoredRequest.Access access, BuildSide side, DrConfiguration configuration)
            throws IOException {
        SdkSettings sdk = SdkSettings.of(AwsAccounts.open(access.credentials(), side))
                .withRoles(roles(configuration))
                .withUserAgent("aws-drs-orchestration-jenkins/" + version());
        if (access.credentials().source() == Source.SIMULATOR) {
            EmbeddedSimulator embedded = simulator();
            return new Environment(
                    sdk.withEndpoint(embedded.endpoint()).withClock(embedded.time()),
                    embedded.time(),
                    shared(Optional.of(embedded.endpoint())));
        }
        if (access.credentials().source() == Source.NONE) {
            return new Environment(sdk, new DrillTime.Machine(), shared(Optional.empty()));
        }
        DrillTime time = access.simulated() ? remoteTime(access.endpoint().orElseThrow()) : new DrillTime.Machine();
        SdkSettings placed =
                access.endpoint().map(sdk::withEndpoint).orElse(sdk).withClock(time);
        boolean direct = access.simulated();
        return new Environment(
                direct ? placed : JenkinsProxy.current().map(placed::withProxy).orElse(placed),
                time,
                shared(access.endpoint()));
    }

    private SharedInHost shared(Optional<URI> endpoint) {
        return commons.computeIfAbsent(endpoint, key -> new SharedInHost());
    }

    /** Sees to it that simulated time does not lie before what an execution has journalled. */
    synchronized void notBefore(Instant instant) {
        if (simulator != null) {
            simulator.notBefore(instant);
        }
    }

    private EmbeddedSimulator simulator() throws IOException {
        if (simulator == null) {
            double scale = HostSettings.get().getSimulatorTimeScale();
            simulator = EmbeddedSimulator.start(simulatorFolder, scale, keepSimulated.get());
        }
        return simulator;
    }

    /** Time that stands still is shared, so that every execution sees where it stands. */
    private DrillTime remoteTime(URI endpoint) throws IOException {
        DrillTime shared = standing.get(endpoint);
        if (shared != null) {
            return shared;
        }
        DrillTime time = DrillTime.Stopped.at(endpoint)
                .orElseThrow(
                        () -> new IOException("Expected the simulator at " + endpoint + ", but it does not answer"));
        if (time instanceof DrillTime.Stopped) {
            standing.put(endpoint, time);
        }
        return time;
    }

    private static Map<String, RoleToAssume> roles(DrConfiguration configuration) {
        return configuration.targetAccounts().stream()
                .map(account -> new RoleToAssume(
                        account.accountId(), account.assumeRoleName(), account.externalId(), "drs-orchestration"))
                .collect(Collectors.toMap(RoleToAssume::accountId, role -> role));
    }

    /** The plugin's version. */
    static String version() {
        PluginWrapper plugin = Jenkins.get().getPluginManager().whichPlugin(AwsEnvironments.class);
        return plugin == null ? "development" : plugin.getVersion().replaceAll("[^A-Za-z0-9._-].*", "");
    }

    synchronized void close() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }

    /** The proxy that Jenkins is told to use. */
    static final class JenkinsProxy {
        private JenkinsProxy() {}

        static Optional<HttpProxy> current() {
            return Optional.ofNullable(Jenkins.get().getProxy())
                    .filter(proxy -> Util.fixEmptyAndTrim(proxy.getName()) != null)
                    .map(JenkinsProxy::of);
        }

        private static HttpProxy of(ProxyConfiguration proxy) {
            return new HttpProxy(
                    proxy.getName(),
                    proxy.getPort(),
                    Optional.ofNullable(Util.fixEmptyAndTrim(proxy.getUserName())),
                    Optional.ofNullable(proxy.getSecretPassword())
                            .map(Secret::getPlainText)
                            .filter(text -> !text.isEmpty()),
                    exceptions(Util.fixNull(proxy.getNoProxyHost())));
        }

        private static Set<String> exceptions(String hosts) {
            return Arrays.stream(hosts.split("[ \t\n,|]+"))
                    .filter(host -> !host.isBlank())
                    .collect(Collectors.toSet());
        }
    }
}
