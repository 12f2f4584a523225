package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.FailureKind;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.AwsResponseMetadata;

/** Makes the calls of one service: fresh credentials before, a record after, every failure an {@link AwsFailure}. */
final class CallRunner {
    private static final String NO_REQUEST_ID = "UNKNOWN"; // what the SDK says when the answer had none

    private final String service;
    private final CallLog log;
    private final CallerCredentials credentials;

    CallRunner(String service, CallLog log, CallerCredentials credentials) {
        this.service = service;
        this.log = log;
        this.credentials = credentials;
    }

    /** The answer to one call. */
    <R extends AwsResponse> R run(String operation, Supplier<R> call) {
        return run(operation, Scrubber.NONE, call);
    }

    /** The answer to one call, whose failure may not show what {@code scrubber} hides. */
    <R extends AwsResponse> R run(String operation, Scrubber scrubber, Supplier<R> call) {
        AwsCredentials used = freshCredentials(operation);
        Instant began = log.now();
        R answer;
        try {
            answer = call.get();
        } catch (RuntimeException thrown) {
            AwsFailure failure = FailureClassifier.classify(name(operation), thrown, scrubber);
            throw failed(operation, began, failure, used);
        }
        log.record(service, operation, began, "ok", requestId(answer));
        return answer;
    }

    /** Service and operation as failures name them, such as {@code drs:StartRecovery}. */
    String name(String operation) {
        return service + ":" + operation;
    }

    private AwsCredentials freshCredentials(String operation) {
        try {
            return credentials.prepare(log);
        } catch (AwsFailure failureOfAnotherCall) {
            throw failureOfAnotherCall;
        } catch (RuntimeException thrown) {
            throw FailureClassifier.withoutCredentials(name(operation), thrown);
        }
    }

    private AwsFailure failed(String operation, Instant began, AwsFailure failure, AwsCredentials used) {
        if (failure.kind() == FailureKind.EXPIRED_CREDENTIALS) {
            credentials.expired(used);
        }
        var details = failure.details();
        log.record(service, operation, began, details.code(), details.requestId());
        return failure;
    }

    private static Optional<String> requestId(AwsResponse answer) {
        return Optional.ofNullable(answer.responseMetadata())
                .map(AwsResponseMetadata::requestId)
                .filter(id -> !id.equals(NO_REQUEST_ID));
    }
}
