package io.jenkins.plugins.drs.engine.aws.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings.HttpProxy;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTransportTest {
    private static final URI BEHIND_PROXY = URI.create("http://drs.invalid");

    @Test
    void shouldCallThroughTheProxy() {
        try (var proxy = new WireServer();
                var wire = new Wire(settings -> through(proxy, Set.of(), settings))) {
            proxy.answer("DescribeSourceServers", Answers.json("{\"items\":[]}"));

            assertThat(wire.access.drs(Wire.OWN).sourceServers()).isEmpty();
            assertThat(proxy.only("DescribeSourceServers").header("Host")).isEqualTo("drs.invalid");
        }
    }

    @Test
    void shouldLogInToTheProxyThatAsksForIt() {
        try (var proxy = new WireServer();
                var wire = new Wire(settings -> settings.withEndpoint(BEHIND_PROXY)
                        .withProxy(new HttpProxy(
                                "127.0.0.1",
                                proxy.endpoint().getPort(),
                                Optional.of("bob"),
                                Optional.of("s3cret"),
                                Set.of())))) {
            proxy.answer("DescribeSourceServers", asksForLogin(), Answers.json("{\"items\":[]}"));

            assertThat(wire.access.drs(Wire.OWN).sourceServers()).isEmpty();

            String login = Base64.getEncoder().encodeToString("bob:s3cret".getBytes(StandardCharsets.UTF_8));
            assertThat(proxy.requests("DescribeSourceServers")).last().satisfies(request -> assertThat(
                            request.header("Proxy-authorization"))
                    .isEqualTo("Basic " + login));
        }
    }

    private static WireServer.Answer asksForLogin() {
        return (exchange, closing) -> {
            exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"proxy\"");
            exchange.sendResponseHeaders(407, -1);
            exchange.close();
        };
    }

    @Test
    void shouldCallExceptedHostsDirectly() {
        try (var proxy = new WireServer();
                var wire = new Wire(settings -> through(proxy, Set.of("*.invalid"), settings))) {
            var failure = Wire.failureOf(() -> wire.access.drs(Wire.OWN).sourceServers());

            assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
            assertThat(proxy.requests("DescribeSourceServers")).isEmpty();
        }
    }

    @Test
    void shouldNotLookForALoopbackEndpointThroughAProxy() {
        try (var proxy = new WireServer();
                var wire = new Wire(settings -> settings.withProxy(proxy(proxy, Set.of())))) {
            wire.server.answer("DescribeSourceServers", Answers.json("{\"items\":[]}"));

            assertThat(wire.access.drs(Wire.OWN).sourceServers()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"*.corp, db.corp, true", "*.corp, corp.example, false", "AWS.corp, aws.corp, true", "a.b, axb, false"})
    void shouldMatchExceptedHosts(String except, String host, boolean matches) {
        assertThat(host.matches(HttpTransport.toPattern(except))).isEqualTo(matches);
    }

    private static SdkSettings through(WireServer proxy, Set<String> except, SdkSettings settings) {
        return settings.withEndpoint(BEHIND_PROXY).withProxy(proxy(proxy, except));
    }

    private static HttpProxy proxy(WireServer proxy, Set<String> except) {
        return new HttpProxy("127.0.0.1", proxy.endpoint().getPort(), Optional.empty(), Optional.empty(), except);
    }
}
