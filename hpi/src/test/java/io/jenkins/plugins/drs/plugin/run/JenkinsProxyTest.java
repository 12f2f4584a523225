package io.jenkins.plugins.drs.plugin.run;

import io.jenkins.plugins.drs.plugin.run.AwsEnvironments.JenkinsProxy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hudson.ProxyConfiguration;
import io.jenkins.plugins.drs.engine.aws.sdk.SdkSettings.HttpProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class JenkinsProxyTest {
    @Test
    void shouldTakeWhatJenkinsIsToldAboutItsProxy(JenkinsRule jenkins) {
        jenkins.jenkins.proxy =
                new ProxyConfiguration("proxy.example.com", 3128, "bob", "s3cret", "*.internal\n10.0.*|nas");

        HttpProxy proxy = JenkinsProxy.current().orElseThrow();

        assertThat(proxy.host()).isEqualTo("proxy.example.com");
        assertThat(proxy.port()).isEqualTo(3128);
        assertThat(proxy.user()).contains("bob");
        assertThat(proxy.password()).contains("s3cret");
        assertThat(proxy.exceptHosts()).containsExactlyInAnyOrder("*.internal", "10.0.*", "nas");
        assertThat(proxy.toString()).doesNotContain("s3cret");
    }

    @Test
    void shouldGoDirectlyWithoutProxy(JenkinsRule jenkins) {
        jenkins.jenkins.proxy = null;

        assertThat(JenkinsProxy.current()).isEmpty();
    }

    @Test
    void shouldCallThroughTheProxyWithItsPassword(JenkinsRule jenkins) throws Exception {
        try (FakeProxy proxy = new FakeProxy()) {
            jenkins.jenkins.proxy = new ProxyConfiguration("127.0.0.1", proxy.port(), "bob", "s3cret");

            String log = CheckThroughProxy.run(jenkins, "http://drs.example.test");

            assertThat(proxy.asked).as(log).isNotEmpty().allMatch(line -> line.contains("drs.example.test"));
            assertThat(proxy.logins).contains("bob:s3cret");
        }
    }

    /** Refuses everything, and remembers who asked for what. */
    private static final class FakeProxy implements AutoCloseable {
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final List<String> logins = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        FakeProxy() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        private void answer(HttpExchange exchange) throws IOException {
            exchange.getRequestBody().readAllBytes();
            String login = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
            if (login == null) {
                exchange.getResponseHeaders().add("Proxy-Authenticate", "Basic realm=\"proxy\"");
                exchange.sendResponseHeaders(407, -1);
            } else {
                logins.add(new String(
                        Base64.getDecoder().decode(login.replaceFirst("Basic ", "")), StandardCharsets.UTF_8));
                asked.add(exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Host"));
                exchange.sendResponseHeaders(403, -1);
            }
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
