package io.jenkins.plugins.drs.simulator;

import io.jenkins.plugins.drs.simulator.wire.AwsError;
import io.jenkins.plugins.drs.simulator.wire.CommonFailure;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import io.jenkins.plugins.drs.simulator.wire.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request's signature says about its caller. The signature itself cannot be verified: no secret is known. */
record Signature(String accessKeyId, String region, String service) {
    private static final Pattern HEADER =
            Pattern.compile("AWS4-HMAC-SHA256\\s+Credential=([\\w]+)/([0-9]{8})/([a-z0-9-]+)/([a-z0-9-]+)/aws4_request,"
                    + "\\s*SignedHeaders=[a-z0-9;_.-]+,\\s*Signature=[0-9a-f]{64}");

    /**
     * Reads a request's signature.
     *
     * @throws AwsError if there is none, or none that can be read
     */
    static Signature of(Request request) {
        Protocol protocol = Protocol.guess(request);
        String header = request.header("authorization");
        if (header.isEmpty()) {
            throw protocol.failure(CommonFailure.NO_SIGNATURE);
        }
        Matcher parts = HEADER.matcher(header.trim());
        if (!parts.matches()) {
            throw protocol.failure(CommonFailure.GARBLED_SIGNATURE);
        }
        return new Signature(parts.group(1), parts.group(3), parts.group(4));
    }
}
