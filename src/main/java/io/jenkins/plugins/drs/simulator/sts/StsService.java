package io.jenkins.plugins.drs.simulator.sts;

import static io.jenkins.plugins.drs.simulator.shape.Shape.integer;
import static io.jenkins.plugins.drs.simulator.shape.Shape.string;
import static io.jenkins.plugins.drs.simulator.shape.Shape.structure;
import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Call;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.shape.Shape;
import io.jenkins.plugins.drs.simulator.wire.Json;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** STS, as far as the product uses it. */
public final class StsService implements AwsService {
    private static final Shape ASSUME_ROLE = structure()
            .required("RoleArn", string(20, 2048))
            .required("RoleSessionName", string(2, 64).pattern("[\\w+=,.@-]*"))
            .optional("DurationSeconds", integer(900, 43_200))
            .optional("ExternalId", string(2, 1224).pattern("[\\w+=,.@:/-]*"))
            .optional("SourceIdentity", string(2, 64).pattern("[\\w+=,.@-]*"));

    private final Map<String, Operation> operations = Map.ofEntries(
            entry("GetCallerIdentity", Operation.of(structure(), StsService::callerIdentity)),
            entry("AssumeRole", Operation.of(ASSUME_ROLE, RoleAssumption::assume)));

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
        return operations;
    }

    private static ObjectNode callerIdentity(Call call) {
        return Json.object()
                .put("Arn", call.caller().arn())
                .put("UserId", call.caller().userId())
                .put("Account", call.caller().accountId());
    }
}
