package io.jenkins.plugins.drs.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a folder on the loopback as a web site, below one prefix for each policy. */
final class ReportSite implements AutoCloseable {
    /** What Jenkins sends with archived files. */
    static final String POLICY_OF_JENKINS = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";
    /** A server that lets the page's own script run, and nothing else. */
    private static final String POLICY_WITH_SCRIPT =
            "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'";

    private final Path root;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    ReportSite(Path root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/archived/", exchange -> answer(exchange, "/archived/", POLICY_OF_JENKINS));
        server.createContext("/scripted/", exchange -> answer(exchange, "/scripted/", POLICY_WITH_SCRIPT));
        server.createContext("/bare/", exchange -> answer(exchange, "/bare/", POLICY_WITH_SCRIPT));
        server.setExecutor(threads);
        server.start();
    }

    /** Address of a file under the policy of archived files. */
    String archived(String file) {
        return address() + "/archived/" + file;
    }

    /** Address of a file under a policy that lets its script run. */
    String scripted(String file) {
        return address() + "/scripted/" + file;
    }

    /** Address of a file whose script is not there, while those of a test may run. */
    String bare(String file) {
        return address() + "/bare/" + file;
    }

    private String address() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, String prefix, String policy) throws IOException {
        try (exchange) {
            Path file = root.resolve(exchange.getRequestURI().getPath().substring(prefix.length()))
                    .normalize();
            boolean missing = prefix.equals("/bare/") && file.toString().endsWith(".js");
            if (missing || !file.startsWith(root) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("Content-Type", type(file.toString()));
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String type(String name) {
        if (name.endsWith(".html")) {
            return "text/html;charset=UTF-8";
        }
        return name.endsWith(".css") ? "text/css" : name.endsWith(".js") ? "text/javascript" : "text/plain";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
