package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkServiceException;
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
}
