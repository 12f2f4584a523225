package io.jenkins.plugins.drs.simulator.wire;

import static java.util.Map.entry;

import java.util.Map;

/** AWS JSON 1.1: the operation is in {@code X-Amz-Target}, after the service's prefix and a dot. */
final class AwsJson extends JsonProtocol {

    AwsJson() {
        super(
                "application/x-amz-json-1.1",
                Map.ofEntries(
                        entry(CommonFailure.NO_SIGNATURE, new ErrorName(400, "MissingAuthenticationTokenException")),
                        entry(CommonFailure.GARBLED_SIGNATURE, new ErrorName(400, "IncompleteSignatureException")),
                        entry(CommonFailure.UNKNOWN_KEY, new ErrorName(400, "UnrecognizedClientException")),
                        entry(CommonFailure.EXPIRED, new ErrorName(400, "ExpiredTokenException")),
                        entry(CommonFailure.ACCESS_DENIED, new ErrorName(400, "AccessDeniedException")),
                        entry(CommonFailure.THROTTLED, new ErrorName(400, "ThrottlingException")),
                        entry(CommonFailure.UNKNOWN_OPERATION, new ErrorName(400, "UnknownOperationException")),
                        entry(CommonFailure.UNREADABLE, new ErrorName(400, "SerializationException")),
                        entry(CommonFailure.TOO_LARGE, new ErrorName(413, "RequestEntityTooLargeException")),
                        entry(CommonFailure.INTERNAL, new ErrorName(500, "InternalServerError"))));
    }

    @Override
    public Decoded decode(Request request) {
        String target = request.header("x-amz-target");
        int dot = target.indexOf('.');
        if (dot < 0 || !request.method().equals("POST")) {
            throw failure(CommonFailure.UNKNOWN_OPERATION);
        }
        return new Decoded(target.substring(dot + 1), body(request));
    }
}
