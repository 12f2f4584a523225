package io.jenkins.plugins.drs.simulator.ssm;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** Systems Manager, as far as the product uses it. */
public final class SsmService implements AwsService {

    @Override
    public String signingName() {
        return "ssm";
    }

    @Override
    public Protocol protocol() {
        return Protocol.JSON_11;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of();
    }
}
