package io.jenkins.plugins.drs.engine.aws;

import io.jenkins.plugins.drs.engine.plan.JsonPointer;
import io.jenkins.plugins.drs.engine.plan.Problem;
import io.jenkins.plugins.drs.engine.plan.Shown;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    record RunbookDescription(String name, String type, String status, List<RunbookParameter> parameters) {

        /**
         * What keeps an action that gives these parameters from running it. Preflight and online validation say the same.
         * Of which type a value is, the runbook finds out.
         *
         * @param at of the action
         */
        public List<Problem> problems(Set<String> given, JsonPointer at) {
            if (!type.equals("Automation")) {
                return List.of(Problem.error(
                        at.child("documentName").text(),
                        Shown.quoted(name) + " is a document of type " + type,
                        "Name an Automation document"));
            }
            List<String> known =
                    parameters.stream().map(RunbookParameter::name).sorted().toList();
            Stream<Problem> missing = parameters.stream()
                    .filter(parameter -> !parameter.hasDefault() && !given.contains(parameter.name()))
                    .map(parameter -> Problem.error(
                            at.child("parameters").text(),
                            Shown.quoted(name) + " needs the parameter " + Shown.quoted(parameter.name()),
                            "Add it to the action's parameters"));
            Stream<Problem> unknown = given.stream()
                    .filter(parameter -> !known.contains(parameter))
                    .map(parameter -> Problem.error(
                            at.child("parameters").child(parameter).text(),
                            Shown.quoted(name) + " has no parameter " + Shown.quoted(parameter),
                            "Remove it, or correct its name; there are " + known));
            return Stream.concat(missing, unknown).toList();
        }
    }

    /**
     * @param type such as {@code String}, {@code StringList}, {@code Boolean}
     * @param hasDefault whether it may be left out
     */
    record RunbookParameter(String name, String type, boolean hasDefault) {}
}
