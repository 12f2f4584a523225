package io.jenkins.plugins.drs.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.drs.simulator.wire.Json;
import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** HTTP on the loopback, and nowhere else. */
public final class LoopbackServer implements AutoCloseable {
    static {
        // Head and body go out in two packets; without this the second waits for an acknowledgement, up to 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    /** One byte more than is served, so that what is too large is seen to be. */
    private static final int LARGEST_READ = (10 << 20) + 1;

    private final HttpServer server;
    private final String worldId;
    private final ExecutorService threads;
    private final Function<Request, Response> handler;

    private LoopbackServer(HttpServer server, String worldId, Function<Request, Response> handler) {
        this.server = server;
        this.worldId = worldId;
        this.handler = handler;
        this.threads = Executors.newCachedThreadPool(LoopbackServer::daemon);
    }

    /**
     * Listens.
     *
     * @param port 0 for any that is free
     * @param worldId world that answers, also where the server itself refuses
     * @throws IllegalArgumentException if the host is not on the loopback
     * @throws UncheckedIOException if the port is not free
     */
    public static LoopbackServer start(String host, int port, String worldId, Function<Request, Response> handler) {
        InetAddress address = loopback(host);
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            // Without it every answer waits some 40 ms for the client's acknowledgement of its headers.
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(address, port), 0);
            LoopbackServer server = new LoopbackServer(http, worldId, handler);
            http.createContext("/", server::exchange);
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected port " + port + " of " + host + " to be free, but: " + e.getMessage(), e);
        }
    }

    /** Where it listens. */
    public URI uri() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            Response response = Callers.refusal(
                            request, exchange.getRequestURI().toString())
                    .map(this::refused)
                    .orElseGet(() -> handler.apply(request));
            Thread.sleep(response.delay().toMillis());
            if (!response.cut()) {
                response.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(response.status(), response.body().length);
                exchange.getResponseBody().write(response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Response refused(String why) {
        return Response.of(403, "application/json", Json.bytes(Map.of("message", why)))
                .ofWorld(worldId);
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        URI uri = exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_READ);
        return new Request(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery(), headers, body);
    }

    private static InetAddress loopback(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isLoopbackAddress()) {
                return address;
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Expected a loopback address, but " + host + " is unknown", e);
        }
        throw new IllegalArgumentException("Expected a loopback address, but got " + host);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "drs-simulator");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Who may call a server on the loopback. A page in a browser of this machine may not: neither one of another site, nor
     * one whose own name was made to resolve to the loopback (DNS rebinding). AWS clients send no header that a page's
     * request has, and name the loopback as their host.
     */
    private static final class Callers {
        private static final String NUMERIC = "[0-9.]+";

        private Callers() {}

        /** Why a request is not served; empty when it is. */
        static Optional<String> refusal(Request request, String requestUri) {
            String host = request.header("host");
            if (!host.isEmpty() && !isLoopback(nameOf(host))) {
                return Optional.of("Expected localhost or a loopback address as Host, but got " + host);
            }
            if (!request.header("origin").isEmpty()
                    || !request.header("referer").isEmpty()) {
                return Optional.of("Expected an AWS client, but a web page sent this request");
            }
            String site = request.header("sec-fetch-site");
            if (!site.isEmpty() && !site.equals("none")) {
                return Optional.of("Expected an AWS client, but a browser sent this request for a page");
            }
            return named(requestUri)
                    .filter(name -> !isLoopback(name))
                    .map(name -> "Expected localhost or a loopback address, but got a request for " + name);
        }

        /** A request line may hold a whole address, whose host counts instead of the header's. */
        private static Optional<String> named(String requestUri) {
            return Optional.ofNullable(URI.create(requestUri).getRawAuthority()).map(Callers::nameOf);
        }

        private static String nameOf(String authority) {
            return authority
                    .replaceFirst(":[0-9]*$", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("\\.$", "");
        }

        /** Asks no name server: what it says is what an attacker chooses. */
        private static boolean isLoopback(String name) {
            if (name.equals("localhost") || name.endsWith(".localhost")) {
                return true;
            }
            boolean address = name.matches(NUMERIC) || name.matches("\\[[0-9a-f:.]+]");
            try {
                return address && InetAddress.getByName(name).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }
}
