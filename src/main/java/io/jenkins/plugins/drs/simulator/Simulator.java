package io.jenkins.plugins.drs.simulator;

import io.jenkins.plugins.drs.simulator.drs.DrsService;
import io.jenkins.plugins.drs.simulator.ec2.Ec2Service;
import io.jenkins.plugins.drs.simulator.fault.Faults;
import io.jenkins.plugins.drs.simulator.http.LoopbackServer;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord;
import io.jenkins.plugins.drs.simulator.secrets.SecretsService;
import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.ssm.SsmService;
import io.jenkins.plugins.drs.simulator.state.AwsState;
import io.jenkins.plugins.drs.simulator.sts.StsService;
import io.jenkins.plugins.drs.simulator.time.SimulatorClock;
import io.jenkins.plugins.drs.simulator.wire.Json;
import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * AWS on the loopback: Elastic Disaster Recovery and what a drill needs besides, for trying the product and
 * for testing it without an account. Any AWS client works against {@link #endpoint()}.
 */
public final class Simulator implements AutoCloseable {
    private final String worldId;
    private final SimulatorClock clock;
    private final AwsState world;
    private final Dispatcher dispatcher;
    private final ControlEndpoint control;
    private final LoopbackServer server;

    private Simulator(SimulatorOptions options) {
        List<AwsService> services = List.of(
                DrsService.create(),
                SsmService.create(),
                Ec2Service.create(),
                StsService.create(),
                SecretsService.create());
        this.worldId = options.worldId();
        this.clock = options.clock();
        this.world = new AwsState(
                options.environment(),
                clock.now(),
                region -> services.forEach(service -> service.furnish().accept(region)));
        this.dispatcher = new Dispatcher(world, clock, services);
        this.control = new ControlEndpoint(this);
        this.server = options.listening()
                ? LoopbackServer.start(options.host(), options.port(), worldId, this::handle)
                : null;
    }

    /**
     * Starts one.
     *
     * @throws IllegalArgumentException if the host is not on the loopback
     * @throws java.io.UncheckedIOException if the port is not free
     */
    public static Simulator start(SimulatorOptions options) {
        return new Simulator(options);
    }

    /**
     * Where AWS clients find it.
     *
     * @throws IllegalStateException if it was started without a socket
     */
    public URI endpoint() {
        if (server == null) {
            throw new IllegalStateException("Expected a listening simulator, but it was started in process only");
        }
        return server.uri();
    }

    /** Answers a request as if it had come over HTTP, except that a delayed answer comes at once. */
    public Response handle(Request request) {
        String meant = request.header(Response.WORLD_HEADER);
        Response response = !meant.isEmpty() && !meant.equals(worldId)
                ? misdirected(meant)
                : control.concerns(request) ? control.handle(request) : dispatcher.handle(request);
        return response.ofWorld(worldId);
    }

    private Response misdirected(String meant) {
        String text = "This is the simulated world " + worldId + ", but the request is meant for " + meant;
        return Response.of(421, "application/json", Json.bytes(Map.of("message", text)))
                .header("x-amzn-requestid", UUID.randomUUID().toString());
    }

    /** What tells this world from every other one. */
    public String worldId() {
        return worldId;
    }

    /** The world's time. */
    public SimulatorClock clock() {
        return clock;
    }

    /** What can go wrong; may be changed at any time. */
    public Faults faults() {
        return world.faults();
    }

    /** What really happened, up to the present. */
    public SimulatorRecord record() {
        synchronized (world) {
            world.walkTo(clock.now());
            return world.ledger().snapshot(world.instances());
        }
    }

    /** Stops listening; running exchanges are cut. */
    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
