package io.jenkins.plugins.drs.simulator.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.shape.Shape;

/**
 * An operation.
 *
 * @param input what its input must look like
 * @param status HTTP status of success
 */
public record Operation(Shape input, int status, Handler handler) {

    /** What an operation does. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Does the work.
         *
         * @return the output as a tree, whose member names are those on the wire
         * @throws io.jenkins.plugins.drs.simulator.wire.AwsError if AWS would refuse it
         */
        ObjectNode handle(Call call);
    }

    /** An operation that answers 200. */
    public static Operation of(Shape input, Handler handler) {
        return new Operation(input, 200, handler);
    }
}
