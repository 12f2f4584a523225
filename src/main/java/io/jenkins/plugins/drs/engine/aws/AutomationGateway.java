package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Systems Manager in one account and Region. */
public interface AutomationGateway {
    /**
     * Starts a runbook, or finds the one that was started with the same token.
     *
     * @param clientToken UUID that makes the start idempotent
     * @param parameters resolved values; may hold secrets
     * @return id of the automation execution
     */
    String start(
            String documentName,
            Optional<String> documentVersion,
            Map<String, List<String>> parameters,
            String clientToken,
            Map<String, String> tags);

    AutomationExecution execution(String executionId);

    /** Asks SSM to cancel the execution; one that has ended stays as it is. */
    void cancel(String executionId);

    /**
     * Describes a document.
     *
     * @throws AwsFailure {@link FailureKind#NOT_FOUND} when there is no such document or version
     */
    RunbookDescription describe(String documentName, Optional<String> documentVersion);

    /** Names of the account's own documents of the type Automation, in the order of AWS; those of AWS are not among them. */
    List<String> ownDocuments();

    /** Those of {@code instanceIds} whose agent is online. Empty ids give an empty set without a call. */
    Set<String> onlineInstances(Collection<String> instanceIds);

    /**
     * @param documentName what it runs, by name or ARN; empty where the answer lacks it
     * @param status as SSM names it, such as {@code InProgress}
     * @param outputs by output name
     * @param currentStep name of the step that runs, if one does
     */
    record AutomationExecution(
            String executionId,
            Optional<String> documentName,
            String status,
            Optional<String> failureMessage,
            Map<String, List<String>> outputs,
            Optional<String> currentStep,
            Optional<Instant> started,
            Optional<Instant> ended) {}

    /** @param type such as {@code Automation} or {@code Command} */
    record RunbookDescription(String name, String type, String status, List<RunbookParameter> parameters) {}

    /**
     * @param type such as {@code String}, {@code StringList}, {@code Boolean}
     * @param hasDefault whether it may be left out
     */
    record RunbookParameter(String name, String type, boolean hasDefault) {}

    /**
     * How the parameters that an action gives fit those that a runbook takes.
     *
     * @param missing parameters without a default that are not given, in the order of the runbook
     * @param unknown names that are given and that the runbook does not have
     * @param known names that the runbook has, sorted
     */
    record RunbookFit(List<RunbookParameter> missing, List<String> unknown, List<String> known) {

        /** Compares by name; of which type a value is, the runbook finds out. */
        public static RunbookFit of(RunbookDescription runbook, Set<String> given) {
            Set<String> known =
                    runbook.parameters().stream().map(RunbookParameter::name).collect(Collectors.toSet());
            return new RunbookFit(
                    runbook.parameters().stream()
                            .filter(parameter -> !parameter.hasDefault() && !given.contains(parameter.name()))
                            .toList(),
                    given.stream().filter(name -> !known.contains(name)).toList(),
                    known.stream().sorted().toList());
        }
    }
}
