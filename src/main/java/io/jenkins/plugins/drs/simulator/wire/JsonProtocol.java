package io.jenkins.plugins.drs.simulator.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.shape.Violation;
import io.jenkins.plugins.drs.simulator.wire.AwsError.CommonFailure;
import io.jenkins.plugins.drs.simulator.wire.Protocol.Decoded;
import io.jenkins.plugins.drs.simulator.wire.Protocol.ErrorName;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What the two JSON protocols share. */
abstract class JsonProtocol implements Protocol {
    private final String contentType;
    private final Map<CommonFailure, ErrorName> names;

    JsonProtocol(String contentType, Map<CommonFailure, ErrorName> names) {
        this.contentType = contentType;
        this.names = names;
    }

    @Override
    public boolean isTextual() {
        return false;
    }

    @Override
    public AwsError failure(CommonFailure failure, String message) {
        ErrorName name = names.get(failure);
        return new AwsError(name.status(), name.code(), message);
    }

    @Override
    public AwsError invalid(List<Violation> violations) {
        return violations.stream()
                .filter(Violation::isTypeError)
                .findFirst()
                .map(wrong -> failure(CommonFailure.UNREADABLE, wrong.message()))
                .orElseGet(() -> new AwsError(400, "ValidationException", Violation.summary(violations)));
    }

    @Override
    public Response encode(String operation, ObjectNode result, int status, String requestId) {
        return Response.of(status, contentType, Json.bytes(result)).header("x-amzn-RequestId", requestId);
    }

    @Override
    public Response encode(AwsError error, String requestId) {
        ObjectNode body = Json.object();
        body.put("__type", error.code());
        body.put("message", error.getMessage());
        body.setAll(error.members());
        Response response = Response.of(error.status(), contentType, Json.bytes(body))
                .header("x-amzn-RequestId", requestId)
                .header("x-amzn-ErrorType", error.code());
        return error.retryAfterSeconds() < 0
                ? response
                : response.header("Retry-After", Integer.toString(error.retryAfterSeconds()));
    }

    /** The body as an object; no body is an empty one. */
    ObjectNode body(Request request) {
        if (request.body().length == 0) {
            return Json.object();
        }
        try {
            JsonNode tree = Json.parse(request.body());
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw failure(CommonFailure.UNREADABLE, "Expected the body to be a JSON object.");
        } catch (IOException e) {
            throw failure(CommonFailure.UNREADABLE, "The body is not valid JSON.");
        }
    }

    /** AWS JSON 1.1: the operation is in {@code X-Amz-Target}, after the service's prefix and a dot. */
    static final class AwsJson extends JsonProtocol {

        AwsJson() {
            super(
                    "application/x-amz-json-1.1",
                    Map.ofEntries(
                            entry(
                                    CommonFailure.NO_SIGNATURE,
                                    new ErrorName(400, "MissingAuthenticationTokenException")),
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

    /** REST with JSON bodies: {@code POST /Operation}, and tags of a resource under {@code /tags/ARN}. */
    static final class RestJson extends JsonProtocol {
        private static final String TAGS = "/tags/";

        RestJson() {
            super(
                    "application/json",
                    Map.ofEntries(
                            entry(
                                    CommonFailure.NO_SIGNATURE,
                                    new ErrorName(403, "MissingAuthenticationTokenException")),
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
}
