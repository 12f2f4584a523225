package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.aws.CallRecord;
import io.jenkins.plugins.drs.engine.aws.CallRecord.CallListener;
import io.jenkins.plugins.drs.engine.plan.Target;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.AwsResponseMetadata;

/** Makes the calls of one service: fresh credentials before, a record after, every failure an {@link AwsFailure}. */
final class CallRunner {
    private static final String NO_REQUEST_ID = "UNKNOWN"; // what the SDK says when the answer had none

    /** Credentials of the call that the thread makes. */
    private static final ThreadLocal<AwsCredentials> CHECKED = new ThreadLocal<>();

    private final String service;
    private final CallLog log;
    private final CallerCredentials credentials;
    private final Guard guard;

    /** Stands before each call; throws an {@link AwsFailure} where it must not be made. */
    @FunctionalInterface
    interface Guard {
        Guard NONE = (operation, used) -> {};

        void pass(String operation, AwsCredentials used);
    }

    CallRunner(String service, CallLog log, CallerCredentials credentials, Guard guard) {
        this.service = service;
        this.log = log;
        this.credentials = credentials;
        this.guard = guard;
    }

    /** One whose calls tell or change where the others lead. */
    CallRunner(String service, CallLog log, CallerCredentials credentials) {
        this(service, log, credentials, Guard.NONE);
    }

    /** What {@code read} makes of the answer to one call; an answer that it finds incomplete is a failure. */
    <R extends AwsResponse, T> T run(String operation, Supplier<R> call, Function<R, T> read) {
        return run(operation, Scrubber.NONE, call, read);
    }

    /** The same of a call whose failure may not show what {@code scrubber} hides. */
    <R extends AwsResponse, T> T run(String operation, Scrubber scrubber, Supplier<R> call, Function<R, T> read) {
        AwsCredentials used = freshCredentials(operation);
        passGuard(operation, used);
        Instant began = log.now();
        R answer = null;
        T result;
        try {
            answer = signedBy(used, call);
            result = read.apply(answer);
        } catch (RuntimeException thrown) {
            AwsFailure failure = FailureClassifier.classify(name(operation), thrown, scrubber)
                    .ofKeys(used.expirationTime().isPresent());
            throw failed(operation, began, failure, Optional.ofNullable(answer), used);
        }
        log.record(service, operation, began, "ok", requestId(answer));
        return result;
    }

    /** The items of all pages of an operation. */
    <R extends AwsResponse, T> List<T> pages(
            String operation, Function<String, R> fetch, Function<R, Pages.Page<T>> read) {
        return pages(operation, found -> false, fetch, read);
    }

    /**
     * The items of the first pages.
     *
     * @param enough whether what was found so far is enough; asked after each page
     */
    <R extends AwsResponse, T> List<T> pages(
            String operation, Predicate<List<T>> enough, Function<String, R> fetch, Function<R, Pages.Page<T>> read) {
        return Pages.until(name(operation), enough, token -> run(operation, () -> fetch.apply(token), read));
    }

    /** Service and operation as failures name them, such as {@code drs:StartRecovery}. */
    String name(String operation) {
        return service + ":" + operation;
    }

    /**
     * What clients sign calls with: the credentials that were checked before the call, even if others came to be valid since.
     * The SDK asks for them on the thread that makes the call.
     */
    static AwsCredentialsProvider signer(AwsCredentialsProvider caller) {
        return () -> Optional.ofNullable(CHECKED.get()).orElseGet(caller::resolveCredentials);
    }

    private static <R> R signedBy(AwsCredentials used, Supplier<R> call) {
        CHECKED.set(used);
        try {
            return call.get();
        } finally {
            CHECKED.remove();
        }
    }

    /** Keys that lead elsewhere are asked for anew the next time: somebody may have put them right. */
    private void passGuard(String operation, AwsCredentials used) {
        try {
            guard.pass(name(operation), used);
        } catch (AwsFailure failure) {
            if (failure.kind() == FailureKind.WRONG_PLACE) {
                credentials.expired(used);
            }
            throw FailureClassifier.notEvenBegun(failure);
        }
    }

    private AwsCredentials freshCredentials(String operation) {
        try {
            return credentials.prepare(log);
        } catch (AwsFailure failureOfAnotherCall) {
            throw FailureClassifier.notEvenBegun(failureOfAnotherCall);
        } catch (RuntimeException thrown) {
            throw FailureClassifier.withoutCredentials(name(operation), thrown);
        }
    }

    private AwsFailure failed(
            String operation, Instant began, AwsFailure failure, Optional<AwsResponse> answer, AwsCredentials used) {
        if (failure.kind() == FailureKind.EXPIRED_CREDENTIALS || failure.kind() == FailureKind.EXPIRED_KEYS) {
            credentials.expired(used);
        }
        var details = failure.details();
        log.record(
                service,
                operation,
                began,
                details.code(),
                details.requestId().or(() -> answer.flatMap(CallRunner::requestId)));
        return failure;
    }

    private static Optional<String> requestId(AwsResponse answer) {
        return Optional.ofNullable(answer.responseMetadata())
                .map(AwsResponseMetadata::requestId)
                .filter(id -> !id.equals(NO_REQUEST_ID));
    }

    /** Tells {@code listener} of the calls that are made for one target. */
    record CallLog(Target target, CallListener listener, InstantSource clock) {
        Instant now() {
            return clock.instant();
        }

        void record(String service, String operation, Instant began, String outcome, Optional<String> requestId) {
            listener.called(new CallRecord(
                    service, operation, target, began, Duration.between(began, now()), outcome, requestId));
        }
    }

    /** Who calls are made as. Clients hold it as their provider; it is made ready before each call. */
    interface CallerCredentials extends AwsCredentialsProvider {
        /**
         * Credentials that are good for a call now. Calls that it takes to get them are told to {@code log}.
         *
         * @throws io.jenkins.plugins.drs.engine.aws.AwsFailure when such a call failed
         */
        AwsCredentials prepare(CallLog log);

        /** AWS said that {@code used} have expired: the next {@link #prepare} gets new ones, unless that happened already. */
        void expired(AwsCredentials used);
    }
}
