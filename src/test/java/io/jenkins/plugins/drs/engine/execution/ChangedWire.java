package io.jenkins.plugins.drs.engine.execution;

import io.jenkins.plugins.drs.engine.aws.sdk.LocalEndpoint;
import io.jenkins.plugins.drs.simulator.Simulator;
import io.jenkins.plugins.drs.simulator.wire.Request;
import io.jenkins.plugins.drs.simulator.wire.Response;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The answers of a simulator, as something on the way changes them. */
record ChangedWire(Simulator simulator, BinaryOperator<String> change) implements LocalEndpoint {
    /** What {@code change} gets as the name of an operation of EC2 and STS, too. */
    private static String operation(Ask ask) {
        String target = ask.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("X-Amz-Target"))
                .map(header -> header.getValue().get(0).replaceFirst(".*\\.", ""))
                .findFirst()
                .orElse(ask.path().replaceFirst("^/", ""));
        return target.isEmpty()
                ? new String(ask.body(), StandardCharsets.UTF_8).replaceFirst("(?s)^Action=(\\w+).*", "$1")
                : target;
    }

    @Override
    public Answer answer(Ask ask) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        ask.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
        Response response = simulator.handle(new Request(ask.method(), ask.path(), ask.query(), headers, ask.body()));
        if (response.cut()) {
            throw new SocketException("Unexpected end of file from server");
        }
        String body = change.apply(operation(ask), response.text());
        return new Answer(response.status(), response.headers(), body.getBytes(StandardCharsets.UTF_8));
    }
}
