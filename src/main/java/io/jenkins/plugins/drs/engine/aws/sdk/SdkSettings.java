package io.jenkins.plugins.drs.engine.aws.sdk;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that connections need to know.
 *
 * @param credentials the caller's own; roles are assumed with them
 * @param roles how to enter other accounts, by account id
 * @param endpoint where to send every call instead of AWS, such as a simulator
 * @param clock gives the times of call records and tells when a session is due for renewal
 * @param userAgent put behind the SDK's own user agent; may be empty
 * @param proxy goes before the proxy that system properties or environment name
 */
public record SdkSettings(
        CredentialSource credentials,
        Map<String, RoleToAssume> roles,
        Optional<URI> endpoint,
        CallTimeouts timeouts,
        InstantSource clock,
        String userAgent,
        Optional<HttpProxy> proxy) {
    public SdkSettings {
        roles = Map.copyOf(roles);
    }

    /** AWS itself, no other accounts, the default time-outs, the system's clock. */
    public static SdkSettings of(CredentialSource credentials) {
        return new SdkSettings(
                credentials,
                Map.of(),
                Optional.empty(),
                CallTimeouts.DEFAULTS,
                InstantSource.system(),
                "aws-drs-orchestration",
                Optional.empty());
    }

    public SdkSettings withRoles(Map<String, RoleToAssume> newRoles) {
        return new SdkSettings(credentials, newRoles, endpoint, timeouts, clock, userAgent, proxy);
    }

    public SdkSettings withEndpoint(URI newEndpoint) {
        return new SdkSettings(credentials, roles, Optional.of(newEndpoint), timeouts, clock, userAgent, proxy);
    }

    public SdkSettings withTimeouts(CallTimeouts newTimeouts) {
        return new SdkSettings(credentials, roles, endpoint, newTimeouts, clock, userAgent, proxy);
    }

    public SdkSettings withClock(InstantSource newClock) {
        return new SdkSettings(credentials, roles, endpoint, timeouts, newClock, userAgent, proxy);
    }

    public SdkSettings withUserAgent(String newUserAgent) {
        return new SdkSettings(credentials, roles, endpoint, timeouts, clock, newUserAgent, proxy);
    }

    public SdkSettings withProxy(HttpProxy newProxy) {
        return new SdkSettings(credentials, roles, endpoint, timeouts, clock, userAgent, Optional.of(newProxy));
    }

    /**
     * How long a call may take before it counts as unanswered.
     *
     * @param connect until the connection stands
     * @param socket silence on a connection that stands
     * @param call one HTTP call altogether, from connecting to the last byte of the answer
     */
    public record CallTimeouts(Duration connect, Duration socket, Duration call) {
        /** 10 s to connect, 60 s of silence, 60 s altogether. */
        public static final CallTimeouts DEFAULTS =
                new CallTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60));
    }

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
}
