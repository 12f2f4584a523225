package io.jenkins.plugins.drs.simulator.http;

import io.jenkins.plugins.drs.simulator.wire.Request;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may call a server on the loopback. A page in a browser of this machine may not: neither one of another site, nor
 * one whose own name was made to resolve to the loopback (DNS rebinding). AWS clients send no header that a page's
 * request has, and name the loopback as their host.
 */
final class Callers {
    private static final String NUMERIC = "[0-9.]+";

    private Callers() {}

    /** Why a request is not served; empty when it is. */
    static Optional<String> refusal(Request request, String requestUri) {
        String host = request.header("host");
        if (!host.isEmpty() && !isLoopback(nameOf(host))) {
            return Optional.of("Expected localhost or a loopback address as Host, but got " + host);
        }
        if (!request.header("origin").isEmpty() || !request.header("referer").isEmpty()) {
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
        return authority.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
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
