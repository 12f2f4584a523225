package io.jenkins.plugins.drs.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP request as it came in.
 *
 * @param path still percent-encoded
 * @param query still percent-encoded; empty when there is none
 * @param headers names in lower case
 */
public record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {

    public Request {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
        query = query == null ? "" : query;
    }

    /** A header's value; empty when it was not sent. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Name and value pairs of the query string, decoded, in order. */
    public List<Map.Entry<String, String>> queryPairs() {
        return pairs(query);
    }

    /** Name and value pairs of a form, decoded, in order. */
    static List<Map.Entry<String, String>> pairs(String encoded) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(Map.entry(decode(name), decode(value)));
            }
        }
        return pairs;
    }

    /** Percent-decodes; plus means blank. */
    static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
