package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** The one place that decides what a failed call means. */
final class FailureClassifier {
    private FailureClassifier() {}

    /** What {@code thrown} means for {@code operation}, in words that {@code scrubber} has been over. */
    static AwsFailure classify(String operation, RuntimeException thrown, Scrubber scrubber) {
        return thrown instanceof SdkServiceException refused
                ? answered(operation, refused, scrubber)
                : unanswered(operation, thrown, scrubber);
    }

    /** Credentials could not be had, so the call was not made. */
    static AwsFailure withoutCredentials(String operation, RuntimeException thrown) {
        if (thrown instanceof SdkServiceException refused) {
            return answered(askedFor(refused, operation), refused, Scrubber.NONE);
        }
        var fault = LocalFault.of(thrown, Scrubber.NONE);
        return switch (fault.kind()) {
            case UNREACHABLE, NO_ANSWER, UNREADABLE ->
                local(
                        operation,
                        FailureKind.CREDENTIALS_UNREACHABLE,
                        fault.code(),
                        "Its credentials could not be asked for: " + fault.cause(),
                        thrown);
            default -> local(operation, FailureKind.NO_CREDENTIALS, fault.code(), fault.message(), thrown);
        };
    }

    /** STS refuses the role that credentials are of, not the call that they are for. */
    private static String askedFor(SdkServiceException refused, String operation) {
        return refused instanceof StsException ? "sts:AssumeRole" : operation;
    }

    /** What kept a call from being made: whatever is in doubt of the other call, this one did nothing. */
    static AwsFailure notEvenBegun(AwsFailure ofAnotherCall) {
        var details = ofAnotherCall.details();
        if (!details.kind().isInDoubt()) {
            return ofAnotherCall;
        }
        return new AwsFailure(
                new AwsFailure.Details(
                        FailureKind.CREDENTIALS_UNREACHABLE,
                        details.operation(),
                        details.code(),
                        details.message(),
                        details.requestId(),
                        details.retryAfter()),
                ofAnotherCall);
    }

    /** A failure that we found ourselves, in an answer or before a call. */
    static AwsFailure found(String operation, FailureKind kind, String code, String message) {
        return local(operation, kind, code, message, null);
    }

    private static AwsFailure answered(String operation, SdkServiceException refused, Scrubber scrubber) {
        var details = errorDetails(refused);
        Optional<String> named = details.map(AwsErrorDetails::errorCode).filter(text -> !text.isBlank());
        if (named.isEmpty() || requestId(refused).isEmpty()) {
            return unknown(operation, refused);
        }
        String code = named.get();
        String message = details.map(AwsErrorDetails::errorMessage).orElse("AWS gave no reason");
        return new AwsFailure(
                new AwsFailure.Details(
                        ErrorCodes.kind(code, refused.statusCode(), refused.isThrottlingException()),
                        operation,
                        code,
                        scrubber.scrub(message),
                        requestId(refused),
                        details.map(AwsErrorDetails::sdkHttpResponse).flatMap(RetryAfter::read)),
                scrubber.hidesAnything() ? null : refused);
    }

    /** Only a code and a request id of AWS tell what became of a call. */
    private static AwsFailure unknown(String operation, SdkServiceException refused) {
        String message = "The answer has no error code and request id of AWS, so what became of the call is not known: "
                + "status " + refused.statusCode();
        return new AwsFailure(
                new AwsFailure.Details(
                        FailureKind.UNREADABLE,
                        operation,
                        LocalFault.UNREADABLE_ANSWER,
                        message,
                        requestId(refused),
                        Optional.empty()),
                null);
    }

    private static Optional<String> requestId(SdkServiceException refused) {
        return Optional.ofNullable(refused.requestId()).filter(id -> !id.isBlank());
    }

    private static AwsFailure unanswered(String operation, RuntimeException thrown, Scrubber scrubber) {
        var fault = LocalFault.of(thrown, scrubber);
        boolean quotes = fault.quotesAnswer() || scrubber.hidesAnything();
        return local(operation, fault.kind(), fault.code(), scrubber.scrub(fault.message()), quotes ? null : thrown);
    }

    private static AwsFailure local(String operation, FailureKind kind, String code, String message, Throwable cause) {
        return new AwsFailure(
                new AwsFailure.Details(kind, operation, code, message, Optional.empty(), Optional.empty()), cause);
    }

    private static Optional<AwsErrorDetails> errorDetails(SdkServiceException refused) {
        return refused instanceof AwsServiceException aws
                ? Optional.ofNullable(aws.awsErrorDetails())
                : Optional.empty();
    }

    /** What the error codes of DRS, SSM, EC2, STS and Secrets Manager mean. Source: their API references. */
    private static final class ErrorCodes {
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
            put(
                    kinds,
                    FailureKind.THROTTLED,
                    "Throttling",
                    "RequestLimitExceeded",
                    "TooManyRequests",
                    "RequestThrottled");
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

    /**
     * How long AWS asks to wait. DRS says it in the header {@code Retry-After}, in seconds (its models bind
     * {@code retryAfterSeconds} to that header); newer services in {@code x-amz-retry-after}, in milliseconds.
     */
    private static final class RetryAfter {
        private RetryAfter() {}

        /** Empty when neither header is there as a whole, not negative number. */
        static Optional<Duration> read(SdkHttpResponse response) {
            return number(response, "x-amz-retry-after", Duration::ofMillis)
                    .or(() -> number(response, "Retry-After", Duration::ofSeconds));
        }

        private static Optional<Duration> number(SdkHttpResponse response, String header, LongFunction<Duration> unit) {
            return response.firstMatchingHeader(header)
                    .map(String::strip)
                    .filter(text -> text.matches("[0-9]{1,9}"))
                    .map(text -> unit.apply(Long.parseLong(text)));
        }
    }
}
