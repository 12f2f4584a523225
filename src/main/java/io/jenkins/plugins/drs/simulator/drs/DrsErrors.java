package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.wire.AwsError;

/** Refusals of DRS, with the members that its model gives them. */
final class DrsErrors {

    private DrsErrors() {}

    static AwsError uninitialized() {
        return new AwsError(
                        400,
                        "UninitializedAccountException",
                        "Account not initialized: initialize Elastic Disaster Recovery in this Region first")
                .with("code", "UninitializedAccountException");
    }

    static AwsError invalid(String message) {
        return new AwsError(400, "ValidationException", message)
                .with("code", "ValidationException")
                .with("reason", "other");
    }

    static AwsError badToken() {
        return invalid("The nextToken is not valid for this request.");
    }

    static AwsError notFound(String resourceType, String resourceId) {
        return new AwsError(404, "ResourceNotFoundException", resourceType + " " + resourceId + " not found.")
                .with("code", "ResourceNotFoundException")
                .with("resourceType", resourceType)
                .with("resourceId", resourceId);
    }

    static AwsError serverBusy(String sourceServerId) {
        return new AwsError(
                        409,
                        "ConflictException",
                        "One or more of the Source Servers included in API call are currently being processed by a Job")
                .with("code", "ConflictException")
                .with("resourceType", "SourceServer")
                .with("resourceId", sourceServerId);
    }

    /** A limit is reached; the codes are those of Service Quotas. */
    static AwsError overQuota(String quotaCode, String message, String resourceType, String resourceId) {
        return new AwsError(402, "ServiceQuotaExceededException", message)
                .with("code", "ServiceQuotaExceededException")
                .with("resourceType", resourceType)
                .with("resourceId", resourceId)
                .with("serviceCode", "drs")
                .with("quotaCode", quotaCode);
    }
}
