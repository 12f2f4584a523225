package io.jenkins.plugins.drs.simulator.ssm;

import io.jenkins.plugins.drs.simulator.wire.AwsError;

/** Refusals of Systems Manager. */
final class SsmErrors {

    private SsmErrors() {}

    static AwsError noAutomationDocument(String name) {
        return refusal(
                "AutomationDefinitionNotFoundException",
                "Document of type Automation with name " + name + " does not exist.");
    }

    static AwsError noAutomationVersion(String name, String version) {
        return refusal(
                "AutomationDefinitionVersionNotFoundException",
                "Version " + version + " of document " + name + " does not exist.");
    }

    static AwsError badParameters(String message) {
        return refusal("InvalidAutomationExecutionParametersException", message);
    }

    static AwsError tokenReused() {
        return refusal(
                "IdempotentParameterMismatch",
                "The client token has already been used to start an automation with other parameters.");
    }

    /** For what the simulator cannot do, rather than to pretend it had been done. */
    static AwsError noTargets() {
        return refusal("InvalidTarget", "Automations over targets, accounts or Regions are not simulated.");
    }

    static AwsError noExecution(String id) {
        return refusal(
                "AutomationExecutionNotFoundException", "Automation execution with ID " + id + " does not exist.");
    }

    static AwsError alreadyEnded(String id, String status) {
        return refusal(
                "InvalidAutomationStatusUpdateException",
                "Automation execution " + id + " cannot be stopped because its status is " + status + ".");
    }

    static AwsError noDocument(String name) {
        return refusal("InvalidDocument", "Document with name " + name + " does not exist.");
    }

    static AwsError noDocumentVersion(String name, String version) {
        return refusal("InvalidDocumentVersion", "Document version " + version + " of " + name + " does not exist.");
    }

    static AwsError noParameter(String name) {
        return refusal("ParameterNotFound", "Parameter " + name + " not found.");
    }

    static AwsError noParameterVersion(String name, String version) {
        return refusal(
                "ParameterVersionNotFound",
                "Systems Manager could not find version " + version + " of " + name
                        + ". Verify the version and try again.");
    }

    static AwsError badToken() {
        return refusal("InvalidNextToken", "The specified token is not valid.");
    }

    static AwsError badFilterKey(String key) {
        return refusal("InvalidFilterKey", "The filter key " + key + " is not valid.");
    }

    static AwsError badInstanceId(String id) {
        return refusal("InvalidInstanceId", "The instance ID " + id + " is not valid.");
    }

    static AwsError mixedFilters() {
        return refusal(
                "ValidationException", "Filters and InstanceInformationFilterList cannot be used in the same request.");
    }

    private static AwsError refusal(String code, String message) {
        return new AwsError(400, code, message);
    }
}
