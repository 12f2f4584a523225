package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway.AutomationExecution;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookDescription;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookParameter;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.model.DocumentDescription;
import software.amazon.awssdk.services.ssm.model.DocumentParameter;

/** Answers of Systems Manager in the engine's words. */
final class SsmAnswers {
    private SsmAnswers() {}

    static AutomationExecution execution(software.amazon.awssdk.services.ssm.model.AutomationExecution execution) {
        return new AutomationExecution(
                execution.automationExecutionId(),
                text(execution.automationExecutionStatusAsString()),
                Optional.ofNullable(execution.failureMessage()),
                execution.outputs(),
                Optional.ofNullable(execution.currentStepName()),
                Optional.ofNullable(execution.executionStartTime()),
                Optional.ofNullable(execution.executionEndTime()));
    }

    static RunbookDescription runbook(String name, DocumentDescription document) {
        return new RunbookDescription(
                Objects.requireNonNullElse(document.name(), name),
                text(document.documentTypeAsString()),
                text(document.statusAsString()),
                document.parameters().stream().map(SsmAnswers::parameter).toList());
    }

    private static RunbookParameter parameter(DocumentParameter parameter) {
        return new RunbookParameter(parameter.name(), text(parameter.typeAsString()), parameter.defaultValue() != null);
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
