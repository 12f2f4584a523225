package io.jenkins.plugins.drs.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Servers of one place are claimed for all who run drills there, however they write its address. */
class RunEnvironmentTest {
    @Test
    void shouldClaimServersOfASimulatorByItsIdAndNotByItsAddress() throws IOException {
        try (Simulator simulator = Simulator.start(SimulatorOptions.of("{\"accounts\": []}"))) {
            int port = simulator.endpoint().getPort();

            for (String host : new String[] {"127.0.0.1", "localhost", "LOCALHOST"}) {
                assertThat(claimed("http://" + host + ":" + port)).isEqualTo(simulator.worldId());
            }
        }
    }

    @Test
    void shouldClaimServersOfAwsTogetherWhicheverEndpointOfItIsCalled() throws IOException {
        assertThat(claimed("https://drs.us-east-1.amazonaws.com"))
                .isEqualTo(claimed("https://vpce-0a1-b2.drs.us-east-1.vpce.amazonaws.com"))
                .isEqualTo("AWS");
    }

    @Test
    void shouldClaimServersOfAnotherEndpointByHostAndPort() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        try {
            int port = other.getAddress().getPort();

            assertThat(claimed("http://localhost:" + port + "/"))
                    .isEqualTo(claimed("http://127.0.0.1:" + port))
                    .isEqualTo("127.0.0.1:" + port);
        } finally {
            other.stop(0);
        }
    }

    private static String claimed(String endpoint) throws IOException {
        return RunEnvironment.of(Optional.of(URI.create(endpoint)), Optional.empty())
                .claimed();
    }
}
