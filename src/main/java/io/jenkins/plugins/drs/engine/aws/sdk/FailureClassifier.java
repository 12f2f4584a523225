package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.FailureKind;
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
        var fault = LocalFault.of(thrown);
        return switch (fault.kind()) {
            case UNREACHABLE, NO_ANSWER ->
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

    /** A failure that we found ourselves, in an answer or before a call. */
    static AwsFailure found(String operation, FailureKind kind, String code, String message) {
        return local(operation, kind, code, message, null);
    }

    private static AwsFailure answered(String operation, SdkServiceException refused, Scrubber scrubber) {
        var details = errorDetails(refused);
        String code = details.map(AwsErrorDetails::errorCode)
                .filter(text -> !text.isBlank())
                .orElse("Http" + refused.statusCode());
        String message = details.map(AwsErrorDetails::errorMessage).orElse("AWS gave no reason");
        return new AwsFailure(
                new AwsFailure.Details(
                        ErrorCodes.kind(code, refused.statusCode(), refused.isThrottlingException()),
                        operation,
                        code,
                        scrubber.scrub(message),
                        Optional.ofNullable(refused.requestId()),
                        details.map(AwsErrorDetails::sdkHttpResponse).flatMap(RetryAfter::read)),
                scrubber.hidesAnything() ? null : refused);
    }

    private static AwsFailure unanswered(String operation, RuntimeException thrown, Scrubber scrubber) {
        var fault = LocalFault.of(thrown);
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
