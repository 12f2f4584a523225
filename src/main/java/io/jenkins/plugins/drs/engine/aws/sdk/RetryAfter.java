package io.jenkins.plugins.drs.engine.aws.sdk;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * How long AWS asks to wait. DRS says it in the header {@code Retry-After}, in seconds (its models bind
 * {@code retryAfterSeconds} to that header); newer services in {@code x-amz-retry-after}, in milliseconds.
 */
final class RetryAfter {
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
