package io.jenkins.plugins.drs.simulator.ec2;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** EC2, as far as the product uses it. */
public final class Ec2Service implements AwsService {

    @Override
    public String signingName() {
        return "ec2";
    }

    @Override
    public Protocol protocol() {
        return Protocol.EC2_QUERY;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of();
    }
}
