package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.plan.Shown;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the URL of an endpoint. What comes back names its host in one way, so that nobody who judges it has to know that
 * {@code 0x7f000001}, {@code 2130706433}, {@code 127.1} and {@code [::ffff:127.0.0.1]} are {@code 127.0.0.1}.
 */
public final class EndpointUrl {
    private static final String EXPECTED = "Expected a URL such as http://127.0.0.1:4566, but got ";
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]@]+)(?::([0-9]*))?");
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]*|[0-9]+");
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_PARTS = 4;

    private EndpointUrl() {}

    /**
     * The URL with its scheme and host in lower case, without a dot at the host's end, and with an IPv4 address in four
     * decimal numbers, however it was written.
     *
     * @throws IllegalArgumentException when it is no URL of HTTP or HTTPS, names a user, or a port beyond 65535; its
     *     message says which
     */
    public static URI of(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.matches("https?") || uri.getRawAuthority() == null) {
                throw new IllegalArgumentException(EXPECTED + Shown.quoted(text));
            }
            URI canonical = new URI(scheme + "://" + authority(uri.getRawAuthority(), text) + path(uri));
            if (canonical.getHost() == null) {
                throw new IllegalArgumentException(EXPECTED + Shown.quoted(text));
            }
            return canonical;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(EXPECTED + Shown.quoted(text), e);
        }
    }

    /** Whether it is an endpoint of AWS by its name, such as a VPC endpoint. */
    public static boolean isOfAws(URI endpoint) {
        return AnsweringEndpoint.isAws(endpoint);
    }

    /** Host and port, with one name for all that are this machine. */
    public static String place(URI endpoint) {
        String host = isLoopback(endpoint) ? "127.0.0.1" : endpoint.getHost();
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : "https".equals(endpoint.getScheme()) ? 443 : 80;
        return host + ":" + port;
    }

    /** Whether what listens there is on this machine. A name is looked up. */
    static boolean isLoopback(URI endpoint) {
        try {
            InetAddress address = InetAddress.getByName(of(endpoint.toString()).getHost());
            return address.isLoopbackAddress() || address.isAnyLocalAddress();
        } catch (UnknownHostException | IllegalArgumentException unknown) {
            return false;
        }
    }

    private static String path(URI uri) {
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(EXPECTED + Shown.quoted(uri.toString()));
        }
        return uri.getRawPath();
    }

    private static String authority(String written, String url) {
        if (written.contains("@")) {
            throw new IllegalArgumentException(
                    "Expected a URL without a user name, but got one before '@'. AWS finds its keys elsewhere");
        }
        Matcher parts = AUTHORITY.matcher(written);
        if (!parts.matches()) {
            throw new IllegalArgumentException(EXPECTED + Shown.quoted(url));
        }
        String port = parts.group(2) == null ? "" : parts.group(2);
        return host(parts.group(1).toLowerCase(Locale.ROOT), url) + (port.isEmpty() ? "" : ":" + port(port));
    }

    private static int port(String text) {
        int port = text.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(text);
        if (port == 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("Expected a port from 1 to 65535, but got " + Shown.plain(text));
        }
        return port;
    }

    private static String host(String written, String url) {
        String host = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        if (host.startsWith("[")) {
            return address(host, url);
        }
        String[] parts = host.split("\\.", -1);
        return NUMBER.matcher(parts[parts.length - 1]).matches() ? numeric(parts, url) : host;
    }

    /** Looks nothing up: what stands in brackets is an address or nothing. */
    private static String address(String bracketed, String url) {
        try {
            InetAddress address = InetAddress.getByName(bracketed);
            return address instanceof Inet4Address ? address.getHostAddress() : bracketed;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(EXPECTED + Shown.quoted(url), e);
        }
    }

    /** As {@code inet_aton} reads it: one to four numbers, decimal, octal or hexadecimal; the last fills what is left. */
    private static String numeric(String[] parts, String url) {
        long address = 0;
        for (int index = 0; index < parts.length; index++) {
            boolean isLast = index == parts.length - 1;
            long number = NUMBER.matcher(parts[index]).matches() ? number(parts[index]) : -1;
            long limit = isLast ? 1L << (8 * (MOST_PARTS - index)) : 256;
            if (parts.length > MOST_PARTS || number < 0 || number >= limit) {
                throw new IllegalArgumentException(EXPECTED + Shown.quoted(url));
            }
            address = isLast ? address + number : address + (number << (8 * (3 - index)));
        }
        return (address >> 24) + "." + (address >> 16 & 0xFF) + "." + (address >> 8 & 0xFF) + "." + (address & 0xFF);
    }

    /** -1 for what is no number of 32 bits. */
    private static long number(String text) {
        try {
            if (text.startsWith("0x")) {
                return text.length() == 2 ? 0 : Long.parseLong(text.substring(2), 16);
            }
            return Long.parseLong(text, text.startsWith("0") ? 8 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
