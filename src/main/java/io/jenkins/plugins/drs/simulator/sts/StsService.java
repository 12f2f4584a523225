package io.jenkins.plugins.drs.simulator.sts;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** STS, as far as the product uses it. */
public final class StsService implements AwsService {

    @Override
    public String signingName() {
        return "sts";
    }

    @Override
    public Protocol protocol() {
        return Protocol.STS_QUERY;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of();
    }
}
