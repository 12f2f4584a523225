package io.jenkins.plugins.drs.engine.aws.sdk;

import java.util.Optional;
import java.util.Set;

/**
 * An HTTP proxy that calls go through.
 *
 * @param host name or address
 * @param user name to log in with, if the proxy asks for one
 * @param password of that user; never logged
 * @param exceptHosts hosts that are reached directly; {@code *} stands for any characters
 */
public record HttpProxy(
        String host, int port, Optional<String> user, Optional<String> password, Set<String> exceptHosts) {
    public HttpProxy {
        exceptHosts = Set.copyOf(exceptHosts);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "HttpProxy[" + host + ":" + port + "]";
    }
}
