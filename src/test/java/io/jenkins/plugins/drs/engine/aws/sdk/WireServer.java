package io.jenkins.plugins.drs.engine.aws.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A loopback stand-in for AWS that gives scripted answers, one after the other per operation, the last one for ever. */
final class WireServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Deque<Answer>> script = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What arrived. @param body a Query body as {@code name=value} lines, else as it came */
    record Request(String operation, String body, Map<String, List<String>> headers) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    /** Sends one answer. */
    interface Answer {
        void send(HttpExchange exchange, CountDownLatch closing) throws IOException;
    }

    WireServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    WireServer answer(String operation, Answer... answers) {
        script.put(operation, new ArrayDeque<>(Arrays.asList(answers)));
        return this;
    }

    List<Request> requests(String operation) {
        return requests.stream().filter(r -> r.operation().equals(operation)).toList();
    }

    Request only(String operation) {
        var all = requests(operation);
        if (all.size() != 1) {
            throw new AssertionError("Expected one " + operation + ", but got " + all.size() + " of " + requests);
        }
        return all.get(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String decoded =
                body.startsWith("Action=") ? URLDecoder.decode(body.replace('&', '\n'), StandardCharsets.UTF_8) : body;
        var request = new Request(operation(exchange, body), decoded, Map.copyOf(exchange.getRequestHeaders()));
        requests.add(request);
        next(request.operation()).send(exchange, closing);
    }

    private Answer next(String operation) {
        Deque<Answer> left = script.getOrDefault(operation, new ArrayDeque<>());
        synchronized (left) {
            Answer unscripted = Answers.text(501, "nobody scripted " + operation);
            return left.size() > 1 ? left.removeFirst() : left.isEmpty() ? unscripted : left.getFirst();
        }
    }

    private static String operation(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.indexOf('.') + 1);
        }
        String path = exchange.getRequestURI().getPath().substring(1);
        return path.isEmpty() ? body.replaceFirst("(?s)^Action=([A-Za-z]+).*", "$1") : path;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
