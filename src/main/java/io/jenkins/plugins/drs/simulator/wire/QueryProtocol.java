package io.jenkins.plugins.drs.simulator.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.drs.simulator.shape.Violation;
import io.jenkins.plugins.drs.simulator.wire.AwsError.CommonFailure;
import io.jenkins.plugins.drs.simulator.wire.Protocol.Decoded;
import io.jenkins.plugins.drs.simulator.wire.Protocol.ErrorName;
import java.util.List;
import java.util.Map;

/** What the two query dialects share: a form in, XML out. */
abstract class QueryProtocol implements Protocol {
    static final String XML = "text/xml;charset=UTF-8";

    private final Map<CommonFailure, ErrorName> names;

    QueryProtocol(Map<CommonFailure, ErrorName> names) {
        this.names = names;
    }

    @Override
    public boolean isTextual() {
        return true;
    }

    @Override
    public AwsError failure(CommonFailure failure, String message) {
        ErrorName name = names.get(failure);
        return new AwsError(name.status(), name.code(), message);
    }

    @Override
    public Decoded decode(Request request) {
        List<Map.Entry<String, String>> pairs =
                request.method().equals("GET") ? request.queryPairs() : Request.pairs(request.text());
        ObjectNode tree = FormTree.of(pairs);
        String operation = tree.path("Action").asText();
        String version = tree.path("Version").asText();
        if (operation.isEmpty() || !version.equals(version())) {
            throw failure(
                    CommonFailure.UNKNOWN_OPERATION,
                    "The action " + operation + " is not valid for this web service, version " + version + ".");
        }
        tree.remove(List.of("Action", "Version"));
        return new Decoded(operation, tree);
    }

    /** The one version of the API that is simulated. */
    abstract String version();

    /**
     * A query form as a tree: {@code Filter.1.Name=x} becomes {@code {"Filter":[{"Name":"x"}]}}. The word
     * {@code member} that STS puts before an index is dropped.
     */
    private static final class FormTree {

        private FormTree() {}

        static ObjectNode of(List<Map.Entry<String, String>> pairs) {
            ObjectNode root = Json.object();
            for (Map.Entry<String, String> pair : pairs) {
                put(root, pair.getKey().split("\\."), pair.getValue());
            }
            return (ObjectNode) listsIn(root);
        }

        private static void put(ObjectNode root, String[] steps, String value) {
            ObjectNode node = root;
            for (int i = 0; i < steps.length - 1; i++) {
                boolean listMarker = steps[i].equals("member") && steps[i + 1].matches("[0-9]+");
                if (!listMarker) {
                    JsonNode child = node.get(steps[i]);
                    node = child instanceof ObjectNode object ? object : node.putObject(steps[i]);
                }
            }
            node.set(steps[steps.length - 1], TextNode.valueOf(value));
        }

        private static JsonNode listsIn(JsonNode node) {
            if (!(node instanceof ObjectNode object)) {
                return node;
            }
            ObjectNode copy = Json.object();
            ArrayNode list = Json.array();
            boolean numbered = !object.isEmpty();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                JsonNode value = listsIn(field.getValue());
                numbered &= field.getKey().matches("[0-9]+");
                copy.set(field.getKey(), value);
                list.add(value);
            }
            return numbered ? list : copy;
        }
    }

    /** EC2's dialect of the query protocol, version 2016-11-15. */
    static final class Ec2Query extends QueryProtocol {
        static final String VERSION = "2016-11-15";

        Ec2Query() {
            super(Map.ofEntries(
                    entry(CommonFailure.NO_SIGNATURE, new ErrorName(403, "MissingAuthenticationToken")),
                    entry(CommonFailure.GARBLED_SIGNATURE, new ErrorName(400, "IncompleteSignature")),
                    entry(CommonFailure.UNKNOWN_KEY, new ErrorName(401, "AuthFailure")),
                    entry(CommonFailure.EXPIRED, new ErrorName(400, "RequestExpired")),
                    entry(CommonFailure.ACCESS_DENIED, new ErrorName(403, "UnauthorizedOperation")),
                    entry(CommonFailure.THROTTLED, new ErrorName(503, "RequestLimitExceeded")),
                    entry(CommonFailure.UNKNOWN_OPERATION, new ErrorName(400, "InvalidAction")),
                    entry(CommonFailure.UNREADABLE, new ErrorName(400, "MalformedQueryString")),
                    entry(CommonFailure.TOO_LARGE, new ErrorName(413, "RequestEntityTooLarge")),
                    entry(CommonFailure.INTERNAL, new ErrorName(500, "InternalError"))));
        }

        @Override
        String version() {
            return VERSION;
        }

        @Override
        public AwsError invalid(List<Violation> violations) {
            Violation first = violations.get(0);
            return first.isMissing()
                    ? new AwsError(
                            400, "MissingParameter", "The request must contain the parameter " + first.path() + ".")
                    : new AwsError(400, "InvalidParameterValue", first.message());
        }

        @Override
        public Response encode(String operation, ObjectNode result, int status, String requestId) {
            XmlText xml = new XmlText("item");
            xml.open(operation + "Response", "http://ec2.amazonaws.com/doc/" + VERSION + "/");
            xml.element("requestId", requestId);
            xml.members(result);
            xml.close(operation + "Response");
            return Response.of(status, XML, xml.bytes()).header("x-amzn-RequestId", requestId);
        }

        @Override
        public Response encode(AwsError error, String requestId) {
            XmlText xml = new XmlText("item");
            xml.open("Response").open("Errors").open("Error");
            xml.element("Code", error.code()).element("Message", error.getMessage());
            xml.close("Error").close("Errors");
            xml.element("RequestID", requestId).close("Response");
            return Response.of(error.status(), XML, xml.bytes()).header("x-amzn-RequestId", requestId);
        }
    }

    /** The query protocol as STS speaks it, version 2011-06-15. */
    static final class StsQuery extends QueryProtocol {
        private static final String VERSION = "2011-06-15";
        private static final String NAMESPACE = "https://sts.amazonaws.com/doc/" + VERSION + "/";

        StsQuery() {
            super(Map.ofEntries(
                    entry(CommonFailure.NO_SIGNATURE, new ErrorName(403, "MissingAuthenticationToken")),
                    entry(CommonFailure.GARBLED_SIGNATURE, new ErrorName(400, "IncompleteSignature")),
                    entry(CommonFailure.UNKNOWN_KEY, new ErrorName(403, "InvalidClientTokenId")),
                    entry(CommonFailure.EXPIRED, new ErrorName(403, "ExpiredToken")),
                    entry(CommonFailure.ACCESS_DENIED, new ErrorName(403, "AccessDenied")),
                    entry(CommonFailure.THROTTLED, new ErrorName(400, "Throttling")),
                    entry(CommonFailure.UNKNOWN_OPERATION, new ErrorName(400, "InvalidAction")),
                    entry(CommonFailure.UNREADABLE, new ErrorName(400, "MalformedQueryString")),
                    entry(CommonFailure.TOO_LARGE, new ErrorName(413, "RequestEntityTooLarge")),
                    entry(CommonFailure.INTERNAL, new ErrorName(500, "InternalFailure"))));
        }

        @Override
        String version() {
            return VERSION;
        }

        @Override
        public AwsError invalid(List<Violation> violations) {
            return new AwsError(400, "ValidationError", Violation.summary(violations));
        }

        @Override
        public Response encode(String operation, ObjectNode result, int status, String requestId) {
            XmlText xml = new XmlText("member");
            xml.open(operation + "Response", NAMESPACE).open(operation + "Result");
            xml.members(result);
            xml.close(operation + "Result").open("ResponseMetadata");
            xml.element("RequestId", requestId).close("ResponseMetadata");
            xml.close(operation + "Response");
            return Response.of(status, XML, xml.bytes()).header("x-amzn-RequestId", requestId);
        }

        @Override
        public Response encode(AwsError error, String requestId) {
            XmlText xml = new XmlText("member");
            xml.open("ErrorResponse", NAMESPACE).open("Error");
            xml.element("Type", error.status() < 500 ? "Sender" : "Receiver");
            xml.element("Code", error.code()).element("Message", error.getMessage());
            xml.close("Error").element("RequestId", requestId).close("ErrorResponse");
            return Response.of(error.status(), XML, xml.bytes()).header("x-amzn-RequestId", requestId);
        }
    }
}
