package io.jenkins.plugins.drs.cli.run;

import io.jenkins.plugins.drs.cli.run.Pace.RealPace;
import io.jenkins.plugins.drs.cli.run.Pace.VirtualPace;
import io.jenkins.plugins.drs.engine.aws.sdk.CommandLineSettings;
import io.jenkins.plugins.drs.engine.aws.sdk.ConfiguredEndpoints;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource;
import io.jenkins.plugins.drs.engine.aws.sdk.CredentialSource.AccessKeys;
import io.jenkins.plugins.drs.engine.aws.sdk.EndpointUrl;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.client.RemoteClock;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * What a run works with: AWS, or a simulator in this process or in another one. A simulator brings its own time.
 *
 * @param claimed what shares its source servers: AWS, one simulator, or another endpoint, however its address is written
 * @param sdk how AWS is reached; knows no roles yet
 * @param pace the time, and how it is waited for
 */
public record RunEnvironment(String claimed, SdkSettings sdk, Pace pace, boolean simulated) {

    /**
     * AWS, or what answers in its place: at {@code endpoint}, or where environment and profile send calls.
     *
     * @throws IOException when something takes calls there and does not answer them, or a simulator does not tell its time
     */
    public static RunEnvironment of(Optional<URI> endpoint, Optional<String> profile) throws IOException {
        SdkSettings sdk = CommandLineSettings.of(profile);
        if (endpoint.isPresent()) {
            CommandLineSettings.askForCredentialsAt(endpoint.get());
            return at(endpoint.filter(it -> !EndpointUrl.isOfAws(it)), sdk.withEndpoint(endpoint.get()));
        }
        ConfiguredEndpoints configured = ConfiguredEndpoints.of(sdk);
        return at(
                configured.notAws(), configured.common().map(sdk::withEndpoint).orElse(sdk));
    }

    private static RunEnvironment at(Optional<URI> inPlaceOfAws, SdkSettings sdk) throws IOException {
        Optional<RemoteClock> clock = inPlaceOfAws.isPresent() ? RemoteClock.at(inPlaceOfAws.get()) : Optional.empty();
        String claimed = clock.flatMap(RemoteClock::simulatorId)
                .or(() -> inPlaceOfAws.map(EndpointUrl::place))
                .orElse("AWS");
        return new RunEnvironment(
                claimed, sdk, clock.map(RunEnvironment::pace).orElseGet(RealPace::ofMachine), clock.isPresent());
    }

    /** A simulator in this process. */
    public static RunEnvironment simulated(Simulator simulator) {
        AccessKeys keys = new AccessKeys("simulated", "simulated", Optional.empty());
        Pace pace = simulator.clock().scale() == 0
                ? new VirtualPace(simulator.clock()::now, simulator.clock()::advanceTo)
                : RealPace.scaled(simulator.clock().now(), simulator.clock().scale());
        return new RunEnvironment(
                simulator.worldId(),
                SdkSettings.of(CredentialSource.keys(() -> keys)).withEndpoint(simulator.endpoint()),
                pace,
                true);
    }

    private static Pace pace(RemoteClock clock) {
        return clock.scale() == 0
                ? new VirtualPace(clock::standing, clock::advanceTo)
                : RealPace.scaled(clock.standing(), clock.scale());
    }
}
