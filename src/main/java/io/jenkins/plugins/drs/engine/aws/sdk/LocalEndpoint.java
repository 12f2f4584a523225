package io.jenkins.plugins.drs.engine.aws.sdk;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Answers the SDK's requests within the process, for simulations that would spend their time in sockets. */
@FunctionalInterface
public interface LocalEndpoint {
    /**
     * The answer to a request.
     *
     * @throws IOException when there is none, and the SDK shall see what a cut or silent connection looks like
     */
    Answer answer(Ask ask) throws IOException;

    /**
     * A request as it would have gone out, signed.
     *
     * @param path percent-encoded
     * @param query percent-encoded; empty when there is none
     */
    record Ask(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {}

    /** What comes back. */
    record Answer(int status, Map<String, String> headers, byte[] body) {}
}
