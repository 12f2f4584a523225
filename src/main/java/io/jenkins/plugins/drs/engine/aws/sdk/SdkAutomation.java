package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AutomationGateway;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.AutomationExecution;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookDescription;
import io.jenkins.plugins.drs.engine.aws.AutomationGateway.RunbookParameter;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.sdk.UnreadableAnswerException.Incomplete;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DescribeDocumentRequest;
import software.amazon.awssdk.services.ssm.model.DocumentDescription;
import software.amazon.awssdk.services.ssm.model.DocumentKeyValuesFilter;
import software.amazon.awssdk.services.ssm.model.DocumentParameter;
import software.amazon.awssdk.services.ssm.model.InstanceInformation;
import software.amazon.awssdk.services.ssm.model.InstanceInformationStringFilter;
import software.amazon.awssdk.services.ssm.model.PingStatus;
import software.amazon.awssdk.services.ssm.model.StartAutomationExecutionRequest;
import software.amazon.awssdk.services.ssm.model.StopType;
import software.amazon.awssdk.services.ssm.model.Tag;

/** Systems Manager Automation, and the online state of agents. */
final class SdkAutomation implements AutomationGateway {
    private static final int PAGE = 50; // MaxResultsEC2Compatible; asking for as many ids gives one page
    private static final String ALREADY_ENDED = "InvalidAutomationStatusUpdate";

    private final SsmClient ssm;
    private final CallRunner calls;

    SdkAutomation(SsmClient ssm, CallRunner calls) {
        this.ssm = ssm;
        this.calls = calls;
    }

    /** SSM may quote parameter values when it refuses them, so its messages are scrubbed. */
    @Override
    public String start(
            String documentName,
            Optional<String> documentVersion,
            Map<String, List<String>> parameters,
            String clientToken,
            Map<String, String> tags) {
        var request = StartAutomationExecutionRequest.builder()
                .documentName(documentName)
                .clientToken(clientToken)
                .tags(tags(tags));
        documentVersion.ifPresent(request::documentVersion);
        if (!parameters.isEmpty()) { // the shape asks for one entry at least
            request.parameters(parameters);
        }
        var scrubber =
                Scrubber.of(parameters.values().stream().flatMap(List::stream).toList());
        return calls.run(
                "StartAutomationExecution",
                scrubber,
                () -> ssm.startAutomationExecution(request.build()),
                answer -> AwsId.AUTOMATION.required(answer.automationExecutionId(), "AutomationExecutionId"));
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    @Override
    public AutomationExecution execution(String executionId) {
        return calls.run(
                "GetAutomationExecution",
                () -> ssm.getAutomationExecution(r -> r.automationExecutionId(executionId)),
                answer -> SsmAnswers.execution(executionId, answer.automationExecution()));
    }

    @Override
    public void cancel(String executionId) {
        try {
            calls.run(
                    "StopAutomationExecution",
                    () -> ssm.stopAutomationExecution(
                            r -> r.automationExecutionId(executionId).type(StopType.CANCEL)),
                    Function.identity());
        } catch (AwsFailure failure) {
            if (!failure.details().code().startsWith(ALREADY_ENDED)) {
                throw failure;
            }
        }
    }

    @Override
    public RunbookDescription describe(String documentName, Optional<String> documentVersion) {
        var request = DescribeDocumentRequest.builder().name(documentName);
        documentVersion.ifPresent(request::documentVersion);
        return calls.run(
                "DescribeDocument",
                () -> ssm.describeDocument(request.build()),
                answer -> SsmAnswers.runbook(documentName, answer.document()));
    }

    @Override
    public Set<String> onlineInstances(Collection<String> instanceIds) {
        return new HashSet<>(Pages.chunked(instanceIds, PAGE, this::online));
    }

    @Override
    public List<String> ownDocuments() {
        var automations = DocumentKeyValuesFilter.builder()
                .key("DocumentType")
                .values("Automation")
                .build();
        var own = DocumentKeyValuesFilter.builder().key("Owner").values("Self").build();
        return calls.pages(
                "ListDocuments",
                token -> ssm.listDocuments(
                        r -> r.filters(automations, own).maxResults(PAGE).nextToken(token)),
                page -> new Pages.Page<>(
                        Required.items(
                                page.hasDocumentIdentifiers(),
                                page.documentIdentifiers(),
                                "DocumentIdentifiers",
                                document -> Required.text(document.name(), "Name")),
                        page.nextToken()));
    }

    private List<String> online(List<String> instanceIds) {
        var byId = InstanceInformationStringFilter.builder()
                .key("InstanceIds")
                .values(instanceIds)
                .build();
        List<InstanceInformation> agents = calls.pages(
                "DescribeInstanceInformation",
                token -> ssm.describeInstanceInformation(
                        r -> r.filters(byId).maxResults(PAGE).nextToken(token)),
                page -> new Pages.Page<>(
                        Required.items(
                                page.hasInstanceInformationList(),
                                page.instanceInformationList(),
                                "InstanceInformationList",
                                agent -> SsmAnswers.agent(agent, instanceIds)),
                        page.nextToken()));
        return agents.stream()
                .filter(agent -> agent.pingStatus() == PingStatus.ONLINE)
                .map(InstanceInformation::instanceId)
                .toList();
    }

    /** Answers of Systems Manager in the engine's words. */
    private static final class SsmAnswers {
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
}
