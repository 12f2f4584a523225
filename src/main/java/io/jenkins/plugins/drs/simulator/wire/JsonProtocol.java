package io.jenkins.plugins.drs.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.shape.Violation;
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
}
