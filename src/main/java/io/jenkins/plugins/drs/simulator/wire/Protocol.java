package io.jenkins.plugins.drs.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.shape.Violation;
import io.jenkins.plugins.drs.simulator.wire.AwsError.CommonFailure;
import io.jenkins.plugins.drs.simulator.wire.JsonProtocol.AwsJson;
import io.jenkins.plugins.drs.simulator.wire.JsonProtocol.RestJson;
import io.jenkins.plugins.drs.simulator.wire.QueryProtocol.Ec2Query;
import io.jenkins.plugins.drs.simulator.wire.QueryProtocol.StsQuery;
import java.util.List;

/** How a service's calls, answers and errors look on the wire. */
public interface Protocol {

    /** REST with JSON bodies: DRS. */
    Protocol REST_JSON = new RestJson();

    /** {@code X-Amz-Target} with JSON bodies: Systems Manager and Secrets Manager. */
    Protocol JSON_11 = new AwsJson();

    /** Forms in, XML out, in EC2's dialect. */
    Protocol EC2_QUERY = new Ec2Query();

    /** Forms in, XML out: STS. */
    Protocol STS_QUERY = new StsQuery();

    /**
     * Reads a request.
     *
     * @throws AwsError if it cannot be read
     */
    Decoded decode(Request request);

    /** Whether input values are all text and take the type that the operation declares. */
    boolean isTextual();

    /** Writes an answer; an array in it becomes a list, null is left out. */
    Response encode(String operation, ObjectNode result, int status, String requestId);

    /** Writes an error. */
    Response encode(AwsError error, String requestId);

    /** A common failure in this protocol's words. */
    AwsError failure(CommonFailure failure, String message);

    /** A common failure with its usual message. */
    default AwsError failure(CommonFailure failure) {
        return failure(failure, failure.message());
    }

    /** The error for input that does not have the operation's shape. */
    AwsError invalid(List<Violation> violations);

    /** The protocol of a request that does not say its service, so that even its refusal can be read. */
    static Protocol guess(Request request) {
        if (!request.header("x-amz-target").isEmpty()) {
            return JSON_11;
        }
        if (request.header("content-type").startsWith("application/x-www-form-urlencoded")) {
            return request.text().contains("Version=" + Ec2Query.VERSION) ? EC2_QUERY : STS_QUERY;
        }
        return REST_JSON;
    }

    /** How a protocol calls a failure. */
    record ErrorName(int status, String code) {}

    /** What a request asks for: an operation's name and its input as a tree. */
    record Decoded(String operation, ObjectNode input) {}
}
