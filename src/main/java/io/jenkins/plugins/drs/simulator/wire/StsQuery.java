package io.jenkins.plugins.drs.simulator.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.shape.Violation;
import java.util.List;
import java.util.Map;

/** The query protocol as STS speaks it, version 2011-06-15. */
final class StsQuery extends QueryProtocol {
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
