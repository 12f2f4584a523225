package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.aws.sdk.SdkConnections;
import io.jenkins.plugins.drs.lab.torture.Trouble.Moment;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.http.LoopbackServer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** How the engine of a run reaches AWS: in the process, over HTTP, or over HTTP with something in between that misbehaves. */
final class Route implements AutoCloseable {
    private final Scenario scenario;
    private final Transport transport;
    private final Detour detour;
    private final InstantSource clock;
    private final Wire wire;
    private final Optional<LoopbackServer> between;
    private final SdkConnections connections;

    /** @param machine hears of moments in calls at which something may happen to the engine's machine */
    Route(
            Scenario scenario,
            Simulator simulator,
            Transport transport,
            Detour detour,
            InstantSource clock,
            Consumer<Moment> machine) {
        this.scenario = scenario;
        this.transport = transport;
        this.detour = detour;
        this.clock = clock;
        this.wire = new Wire(simulator, scenario, detour, machine);
        this.between = isMeddledWith(scenario)
                ? Optional.of(LoopbackServer.start("127.0.0.1", 0, simulator.worldId(), wire::overHttp))
                : Optional.empty();
        this.connections = scenario.traits().overHttp()
                ? transport.http(between.map(LoopbackServer::uri).orElseGet(simulator::endpoint), clock, detour::key)
                : take();
    }

    /** Whether the simulator listens itself. */
    static boolean isDirect(Scenario scenario) {
        return scenario.traits().overHttp() && !isMeddledWith(scenario);
    }

    private static boolean isMeddledWith(Scenario scenario) {
        boolean meddled = !scenario.troubles(Trouble.StrangeAnswer.class).isEmpty()
                || !scenario.troubles(Trouble.Misled.class).isEmpty();
        return scenario.traits().overHttp() && meddled;
    }

    SdkConnections connections() {
        return connections;
    }

    /** Has the transport lead here again, after another engine had it. */
    void takeBack() {
        if (!scenario.traits().overHttp()) {
            take();
        }
    }

    private SdkConnections take() {
        return transport.local(wire, clock, scenario.traits().withRoles(), detour::key);
    }

    @Override
    public void close() {
        if (!transport.isShared(connections)) {
            connections.close();
        }
        between.ifPresent(LoopbackServer::close);
    }
}
