package io.jenkins.plugins.drs.engine.aws.sdk;

import com.sun.net.httpserver.HttpExchange;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as AWS writes them. Their request ids are {@link #REQUEST_ID} and on, counted by server. */
final class Answers {
    static final String REQUEST_ID = "req-1";

    private Answers() {}

    static WireServer.Answer json(String body) {
        return text(200, body);
    }

    /** An error of a JSON service. */
    static WireServer.Answer error(int status, String code) {
        return error(status, code, "told by AWS", Map.of());
    }

    static WireServer.Answer error(int status, String code, String message, Map<String, String> headers) {
        var all = new java.util.HashMap<>(headers);
        all.put("x-amzn-errortype", code);
        return text(status, "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}", all);
    }

    static WireServer.Answer xml(String body) {
        return text(200, body);
    }

    static WireServer.Answer ec2Error(int status, String code, String message) {
        return text(
                status,
                "<Response><Errors><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error></Errors><RequestID>req-1</RequestID></Response>");
    }

    static WireServer.Answer stsError(int status, String code) {
        return text(
                status,
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                        + "</Code><Message>told by AWS</Message></Error><RequestId>req-1</RequestId></ErrorResponse>");
    }

    static WireServer.Answer callerIdentity(String account) {
        return xml("<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::" + account
                + ":user/me</Arn><UserId>U</UserId><Account>" + account
                + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
    }

    static WireServer.Answer session(String keyId, String expiration) {
        return xml("<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>" + keyId
                + "</AccessKeyId><SecretAccessKey>session-secret</SecretAccessKey><SessionToken>token-" + keyId
                + "</SessionToken><Expiration>" + expiration
                + "</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>");
    }

    /** What a proxy says in place of AWS. */
    static WireServer.Answer page(int status) {
        return unsigned(
                status,
                "<html><head><title>Zscaler: blocked</title></head><body><h1>Access to this site is blocked</h1>"
                        + "<script>alert(1)</script></body></html>");
    }

    /** An answer without a request id. */
    static WireServer.Answer unsigned(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (exchange, closing) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    static WireServer.Answer text(int status, String body) {
        return text(status, body, Map.of());
    }

    private static WireServer.Answer text(int status, String body, Map<String, String> headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (exchange, closing) -> {
            exchange.getResponseHeaders().set("x-amzn-RequestId", nextId(exchange));
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    /** A new id for each answer of a server. */
    private static String nextId(HttpExchange exchange) {
        var counts = exchange.getHttpContext().getAttributes();
        return "req-"
                + ((AtomicInteger) counts.computeIfAbsent("answers", none -> new AtomicInteger())).incrementAndGet();
    }

    /** Takes the request and closes the connection without a word. */
    static WireServer.Answer cut() {
        return (exchange, closing) -> exchange.close();
    }

    /** Promises more than it sends, then closes. */
    static WireServer.Answer cutInTheMiddle(String beginning) {
        return (exchange, closing) -> {
            exchange.getResponseHeaders().set("x-amzn-RequestId", nextId(exchange));
            exchange.sendResponseHeaders(200, beginning.length() + 100L);
            exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Takes the request and never answers. */
    static WireServer.Answer silence() {
        return (exchange, closing) -> {
            try {
                closing.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }
}
