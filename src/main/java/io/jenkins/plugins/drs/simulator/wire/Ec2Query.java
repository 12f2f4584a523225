package io.jenkins.plugins.drs.simulator.wire;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.shape.Violation;
import java.util.List;
import java.util.Map;

/** EC2's dialect of the query protocol, version 2016-11-15. */
final class Ec2Query extends QueryProtocol {
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
                ? new AwsError(400, "MissingParameter", "The request must contain the parameter " + first.path() + ".")
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
