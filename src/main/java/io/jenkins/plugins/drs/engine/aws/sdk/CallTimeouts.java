package io.jenkins.plugins.drs.engine.aws.sdk;

import java.time.Duration;

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
