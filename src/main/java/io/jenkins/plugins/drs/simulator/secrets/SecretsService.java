package io.jenkins.plugins.drs.simulator.secrets;

import static io.jenkins.plugins.drs.simulator.shape.Shape.string;
import static io.jenkins.plugins.drs.simulator.shape.Shape.structure;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** Secrets Manager, as far as the product uses it. */
public final class SecretsService implements AwsService {
    private static final Shape GET_SECRET_VALUE = structure()
            .required("SecretId", string(1, 2048))
            .optional("VersionId", string(32, 64))
            .optional("VersionStage", string(1, 256));

    private final Map<String, Operation> operations =
            Map.of("GetSecretValue", Operation.of(GET_SECRET_VALUE, SecretValues::get));

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
        return operations;
    }
}
