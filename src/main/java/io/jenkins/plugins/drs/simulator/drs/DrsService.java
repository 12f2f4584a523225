package io.jenkins.plugins.drs.simulator.drs;

import static java.util.Map.entry;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.service.Operation.Handler;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** Elastic Disaster Recovery, as far as the product uses it. */
public final class DrsService implements AwsService {
    private final Map<String, Operation> operations = Map.ofEntries(
            entry("DescribeSourceServers", ready(DrsShapes.DESCRIBE_SOURCE_SERVERS, SourceServers::describe)));

    @Override
    public String signingName() {
        return "drs";
    }

    @Override
    public Protocol protocol() {
        return Protocol.REST_JSON;
    }

    @Override
    public Map<String, Operation> operations() {
        return operations;
    }

    /** An operation that is refused in a Region where DRS was not set up. */
    private static Operation ready(Shape input, Handler handler) {
        return ready(input, 200, handler);
    }

    private static Operation ready(Shape input, int status, Handler handler) {
        return new Operation(input, status, call -> {
            if (!call.region().spec().initialized()) {
                throw DrsErrors.uninitialized();
            }
            return handler.handle(call);
        });
    }
}
