package io.jenkins.plugins.drs.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer, and how it travels.
 *
 * @param cut the connection closes and the client gets nothing
 * @param delay real time for which the answer is held back
 */
public record Response(int status, Map<String, String> headers, byte[] body, boolean cut, Duration delay) {
    /** Header of every answer, and of requests that are meant for one world alone. */
    public static final String WORLD_HEADER = "x-drs-simulator-world";

    /** An answer that arrives at once. */
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Map.of("Content-Type", contentType), body, false, Duration.ZERO);
    }

    /** The client sees its connection close. */
    public static Response none() {
        return new Response(0, Map.of(), new byte[0], true, Duration.ZERO);
    }

    /** With one more header. */
    public Response header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body, cut, delay);
    }

    /** As an answer of a world: clients know by the header that AWS did not answer. */
    public Response ofWorld(String worldId) {
        return header(WORLD_HEADER, worldId);
    }

    /** Held back for a real time. */
    public Response after(Duration wait) {
        return new Response(status, headers, body, cut, wait);
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
