package io.jenkins.plugins.drs.simulator.service;

import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A simulated service. To add one: make such a record, put it into {@code Simulator}, and write each
 * operation as a shape and a handler. Handlers need not think of signatures, faults, locks, time or wire
 * formats: when they are called, the state has been moved on to the present and the input has its shape.
 *
 * @param signingName name in a signature's credential scope, such as {@code ssm}
 * @param operations by name
 * @param furnish called once for every Region when it comes into being, to put there what the environment declares
 */
public record AwsService(
        String signingName, Protocol protocol, Map<String, Operation> operations, Consumer<Region> furnish) {}
