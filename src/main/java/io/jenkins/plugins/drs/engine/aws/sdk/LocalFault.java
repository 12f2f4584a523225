package io.jenkins.plugins.drs.engine.aws.sdk;

import io.jenkins.plugins.drs.engine.aws.sdk.AnswerGuard.ForeignAnswerException;
import io.jenkins.plugins.drs.engine.aws.sdk.AnsweringEndpoint.OtherWorld;
import io.jenkins.plugins.drs.engine.term.FailureKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * A failure on our side of the wire.
 *
 * @param code simple name of the exception that tells most
 * @param cause words of that exception, which name the address that could not be reached, where it is known
 * @param quotesAnswer whether the exceptions may quote the answer, which may hold a secret
 */
record LocalFault(FailureKind kind, String code, String message, String cause, boolean quotesAnswer) {
    /** The Apache client's names; it is not imported, since libraries relocate it. */
    private static final Set<String> NOT_CONNECTED =
            Set.of("ConnectTimeoutException", "ConnectionPoolTimeoutException");

    /** The SDK's own words list every provider with its complaint, over twenty lines of them. */
    private static final String NO_CREDENTIALS = "No AWS credentials were found in system properties, environment "
            + "variables, web identity, profile files, container or instance";

    static final String UNREADABLE_ANSWER = "UnreadableAnswer";

    private static final String UNREADABLE = "The answer was cut off or is not understood";
    private static final String SDK_ATTEMPTS = " \\(SDK (Attempt Count|Diagnostics):.*\\)$";

    static LocalFault of(RuntimeException thrown, Scrubber scrubber) {
        Optional<Throwable> elsewhere =
                chain(thrown).filter(OtherWorld.class::isInstance).findFirst();
        if (elsewhere.isPresent()) {
            String words = words(elsewhere.get());
            return new LocalFault(FailureKind.WRONG_PLACE, "WrongPlace", words, words, false);
        }
        Optional<String> strange = chain(thrown)
                .filter(LocalFault::isStrange)
                .map(link -> link instanceof ForeignAnswerException foreign ? foreign.said(scrubber) : words(link))
                .findFirst();
        if (strange.isPresent() || isUnreadableAnswer(thrown)) {
            String words = strange.orElse(UNREADABLE);
            return new LocalFault(FailureKind.UNREADABLE, UNREADABLE_ANSWER, words, words, true);
        }
        return chain(thrown)
                .flatMap(link -> kind(link).map(kind -> fault(kind, link, thrown)).stream())
                .findFirst()
                .orElseGet(() -> isWithoutCredentials(thrown)
                        ? new LocalFault(
                                FailureKind.NO_CREDENTIALS, "NoCredentials", NO_CREDENTIALS, NO_CREDENTIALS, false)
                        : fault(FailureKind.OTHER, thrown, thrown));
    }

    private static LocalFault fault(FailureKind kind, Throwable telling, Throwable thrown) {
        return new LocalFault(kind, telling.getClass().getSimpleName(), words(thrown), words(telling), false);
    }

    private static String words(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse("no message").replaceFirst(SDK_ATTEMPTS, "");
    }

    private static Optional<FailureKind> kind(Throwable link) {
        if (isNotConnected(link)) {
            return Optional.of(FailureKind.UNREACHABLE);
        }
        return link instanceof IOException || isGivenUp(link) ? Optional.of(FailureKind.NO_ANSWER) : Optional.empty();
    }

    private static boolean isNotConnected(Throwable link) {
        return link instanceof ConnectException
                || link instanceof UnknownHostException
                || link instanceof NoRouteToHostException
                || NOT_CONNECTED.contains(link.getClass().getSimpleName());
    }

    private static boolean isGivenUp(Throwable link) {
        return link instanceof ApiCallAttemptTimeoutException
                || link instanceof ApiCallTimeoutException
                || link instanceof AbortedException;
    }

    private static boolean isWithoutCredentials(RuntimeException thrown) {
        return String.valueOf(thrown.getMessage()).contains("Unable to load credentials");
    }

    private static boolean isStrange(Throwable link) {
        return link instanceof UnreadableAnswerException || link instanceof UnreadableAnswerException.Incomplete;
    }

    /** How the SDK complains of what it cannot parse: mostly it wraps what the parser threw, and sometimes it does not. */
    private static boolean isUnreadableAnswer(RuntimeException thrown) {
        return chain(thrown)
                .anyMatch(link ->
                        link.getClass().getSimpleName().matches("Json.*Exception|XMLStreamException|ZipException")
                                || link instanceof NumberFormatException
                                || link instanceof DateTimeException
                                || link instanceof ClassCastException
                                || link instanceof NullPointerException
                                || String.valueOf(link.getMessage()).contains("unmarshall"));
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, link -> link != null, Throwable::getCause);
    }
}
