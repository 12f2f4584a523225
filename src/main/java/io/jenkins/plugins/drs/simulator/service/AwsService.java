package io.jenkins.plugins.drs.simulator.service;

import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/**
 * A simulated service. To add one: implement this, put it into {@code SimulatedServices}, and write each
 * operation as a shape and a handler. Handlers need not think of signatures, faults, locks, time or wire
 * formats: when they are called, the world has been walked to the present and the input has its shape.
 */
public interface AwsService {

    /** Name in a signature's credential scope, such as {@code ssm}. */
    String signingName();

    /** How it speaks. */
    Protocol protocol();

    /** Operations by name. */
    Map<String, Operation> operations();

    /** Called once for every Region when it comes into being, to put there what the environment declares. */
    default void furnish(Region region) {}
}
