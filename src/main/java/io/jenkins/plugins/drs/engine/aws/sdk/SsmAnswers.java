package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway.AutomationExecution;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookDescription;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookParameter;
import io.jenkins.plugins.drs.engine.aws.sdk.UnreadableAnswerException.Incomplete;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.model.DocumentDescription;
import software.amazon.awssdk.services.ssm.model.DocumentParameter;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;

/** Answers of Systems Manager in the engine's words. */
final class SsmAnswers {
    private SsmAnswers() {}

    /** @param id of the execution that was asked for */
    static AutomationExecution execution(
            String id, software.amazon.awssdk.services.ssm.model.AutomationExecution execution) {
        Required.value(execution, "AutomationExecution");
        if (!id.equals(execution.automationExecutionId())) {
            throw new Incomplete("AutomationExecutionId " + id);
        }
        return new AutomationExecution(
                id,
                Optional.ofNullable(execution.documentName()),
                Required.text(execution.automationExecutionStatusAsString(), "AutomationExecutionStatus"),
                Optional.ofNullable(execution.failureMessage()),
                execution.outputs(),
                Optional.ofNullable(execution.currentStepName()),
                Optional.ofNullable(execution.executionStartTime()),
                Optional.ofNullable(execution.executionEndTime()));
    }

    static RunbookDescription runbook(String name, DocumentDescription document) {
        Required.value(document, "Document");
        return new RunbookDescription(
                Objects.requireNonNullElse(document.name(), name),
                Required.text(document.documentTypeAsString(), "DocumentType"),
                Required.text(document.statusAsString(), "Status"),
                Required.items(true, document.parameters(), "Parameters", SsmAnswers::parameter));
    }

    private static RunbookParameter parameter(DocumentParameter parameter) {
        return new RunbookParameter(
                Required.text(parameter.name(), "Name"),
                text(parameter.typeAsString()),
                parameter.defaultValue() != null);
    }

    static InstanceInformation agent(InstanceInformation agent, List<String> instanceIds) {
        Required.asked(agent.instanceId(), instanceIds, "InstanceId");
        return agent;
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
