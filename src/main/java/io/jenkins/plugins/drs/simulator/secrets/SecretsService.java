package io.jenkins.plugins.drs.simulator.secrets;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** Secrets Manager, as far as the product uses it. */
public final class SecretsService implements AwsService {

    @Override
    public String signingName() {
        return "secretsmanager";
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
