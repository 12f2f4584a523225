package io.jenkins.plugins.drs.simulator.ssm;

import static java.util.Map.entry;

import io.jenkins.plugins.drs.simulator.service.AwsService;
import io.jenkins.plugins.drs.simulator.service.Operation;
import io.jenkins.plugins.drs.simulator.wire.Protocol;
import java.util.Map;

/** Systems Manager, as far as the product uses it. */
public final class SsmService implements AwsService {
    private final Map<String, Operation> operations = Map.ofEntries(
            entry("StartAutomationExecution", Operation.of(SsmShapes.START_AUTOMATION, Automations::start)),
            entry("GetAutomationExecution", Operation.of(SsmShapes.GET_AUTOMATION, Automations::get)),
            entry("StopAutomationExecution", Operation.of(SsmShapes.STOP_AUTOMATION, Automations::stop)),
            entry("DescribeDocument", Operation.of(SsmShapes.DESCRIBE_DOCUMENT, Documents::describe)),
            entry("ListDocuments", Operation.of(SsmShapes.LIST_DOCUMENTS, DocumentList::list)),
            entry("GetParameter", Operation.of(SsmShapes.GET_PARAMETER, Parameters::get)),
            entry(
                    "DescribeInstanceInformation",
                    Operation.of(SsmShapes.DESCRIBE_INSTANCE_INFORMATION, ManagedInstances::describe)));

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
        return operations;
    }
}
