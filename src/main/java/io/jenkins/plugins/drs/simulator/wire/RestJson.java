package io.jenkins.plugins.drs.simulator.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.shape.Violation;
import java.util.List;
import java.util.Map;

/** REST with JSON bodies: {@code POST /Operation}, and tags of a resource under {@code /tags/ARN}. */
final class RestJson extends JsonProtocol {
    private static final String TAGS = "/tags/";

    RestJson() {
        super(
                "application/json",
                Map.ofEntries(
                        entry(CommonFailure.NO_SIGNATURE, new ErrorName(403, "MissingAuthenticationTokenException")),
                        entry(CommonFailure.GARBLED_SIGNATURE, new ErrorName(403, "IncompleteSignatureException")),
                        entry(CommonFailure.UNKNOWN_KEY, new ErrorName(403, "UnrecognizedClientException")),
                        entry(CommonFailure.EXPIRED, new ErrorName(403, "ExpiredTokenException")),
                        entry(CommonFailure.ACCESS_DENIED, new ErrorName(403, "AccessDeniedException")),
                        entry(CommonFailure.THROTTLED, new ErrorName(429, "ThrottlingException")),
                        entry(CommonFailure.UNKNOWN_OPERATION, new ErrorName(404, "UnknownOperationException")),
                        entry(CommonFailure.UNREADABLE, new ErrorName(400, "SerializationException")),
                        entry(CommonFailure.TOO_LARGE, new ErrorName(413, "RequestEntityTooLargeException")),
                        entry(CommonFailure.INTERNAL, new ErrorName(500, "InternalServerException"))));
    }

    @Override
    public Decoded decode(Request request) {
        if (request.path().startsWith(TAGS)) {
            return decodeTagging(request);
        }
        if (!request.method().equals("POST")) {
            throw failure(CommonFailure.UNKNOWN_OPERATION);
        }
        return new Decoded(request.path().substring(1), body(request));
    }

    @Override
    public AwsError invalid(List<Violation> violations) {
        AwsError error = super.invalid(violations);
        if (error.code().equals("ValidationException")) {
            error.with("code", error.code()).with("reason", "fieldValidationFailed");
            ArrayNode fields = error.members().putArray("fieldList");
            for (Violation violation : violations) {
                fields.addObject().put("name", violation.path()).put("message", violation.message());
            }
        }
        return error;
    }

    private Decoded decodeTagging(Request request) {
        ObjectNode input = body(request);
        // An ARN may be sent with its colons and slashes encoded or plain; a plus in a path is no blank.
        input.put(
                "resourceArn",
                Request.decode(request.path().substring(TAGS.length()).replace("+", "%2B")));
        switch (request.method()) {
            case "POST":
                return new Decoded("TagResource", input);
            case "GET":
                return new Decoded("ListTagsForResource", input);
            case "DELETE":
                addTagKeys(request, input);
                return new Decoded("UntagResource", input);
            default:
                throw failure(CommonFailure.UNKNOWN_OPERATION);
        }
    }

    private static void addTagKeys(Request request, ObjectNode input) {
        for (Map.Entry<String, String> pair : request.queryPairs()) {
            if (pair.getKey().equals("tagKeys")) {
                input.withArray("tagKeys").add(pair.getValue());
            }
        }
    }
}
