package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.HashMap;
import java.util.Map;

/** What the error codes of DRS, SSM, EC2, STS and Secrets Manager mean. Source: their API references. */
final class ErrorCodes {
    private static final String SUFFIX = "Exception"; // JSON services write it, Query services mostly do not
    private static final Map<String, FailureKind> KINDS = kinds();

    private ErrorCodes() {}

    /**
     * The kind of failure of an answer.
     *
     * @param status HTTP status; decides where the code does not
     * @param throttling whether the SDK takes the code for throttling
     */
    static FailureKind kind(String code, int status, boolean throttling) {
        String bare = code.endsWith(SUFFIX) ? code.substring(0, code.length() - SUFFIX.length()) : code;
        FailureKind known = KINDS.get(bare);
        if (known != null) {
            return known;
        }
        if (throttling) {
            return FailureKind.THROTTLED;
        }
        return status >= 500 ? FailureKind.SERVER_FAULT : byPattern(bare);
    }

    private static FailureKind byPattern(String bare) {
        if (bare.startsWith("AccessDenied")) {
            return FailureKind.ACCESS_DENIED;
        }
        if (bare.endsWith("NotFound")) {
            return FailureKind.NOT_FOUND;
        }
        return bare.startsWith("Invalid") ? FailureKind.INVALID : FailureKind.OTHER;
    }

    private static Map<String, FailureKind> kinds() {
        Map<String, FailureKind> kinds = new HashMap<>();
        put(kinds, FailureKind.THROTTLED, "Throttling", "RequestLimitExceeded", "TooManyRequests", "RequestThrottled");
        put(kinds, FailureKind.EXPIRED_CREDENTIALS, "ExpiredToken", "RequestExpired");
        put(kinds, FailureKind.CONFLICT, "Conflict");
        put(kinds, FailureKind.QUOTA, "ServiceQuotaExceeded", "AutomationExecutionLimitExceeded");
        put(kinds, FailureKind.ACCESS_DENIED, "UnauthorizedOperation", "AuthFailure", "OptInRequired");
        put(kinds, FailureKind.NO_CREDENTIALS, "UnrecognizedClient", "InvalidClientTokenId");
        put(kinds, FailureKind.NO_CREDENTIALS, "MissingAuthenticationToken", "SignatureDoesNotMatch");
        put(kinds, FailureKind.NO_CREDENTIALS, "InvalidSignature", "IncompleteSignature");
        put(kinds, FailureKind.UNINITIALIZED, "UninitializedAccount");
        put(kinds, FailureKind.NOT_FOUND, "InvalidDocument", "InvalidDocumentVersion", "InvalidInstanceId");
        put(kinds, FailureKind.NOT_FOUND, "InvalidLaunchTemplateId.VersionNotFound");
        put(kinds, FailureKind.INVALID, "Validation", "ValidationError", "MissingParameter");
        put(kinds, FailureKind.INVALID, "IdempotentParameterMismatch");
        put(kinds, FailureKind.SERVER_FAULT, "InternalServer", "InternalServerError", "InternalServiceError");
        put(kinds, FailureKind.SERVER_FAULT, "InternalFailure", "InternalError", "ServiceUnavailable");
        return Map.copyOf(kinds);
    }

    private static void put(Map<String, FailureKind> kinds, FailureKind kind, String... codes) {
        for (String code : codes) {
            kinds.put(code, kind);
        }
    }
}
