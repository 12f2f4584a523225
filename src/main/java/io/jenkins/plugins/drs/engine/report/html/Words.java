package io.jenkins.plugins.drs.engine.report.html;

import io.jenkins.plugins.drs.engine.result.Durations;
import io.jenkins.plugins.drs.engine.result.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Values as people read them. */
final class Words {
    /** Stands where there is no value. */
    static final String NONE = "–";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    /** A constant such as {@code NOT_REACHED} as {@code Not reached}. */
    static String of(Enum<?> constant) {
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String moment(Optional<Instant> instant) {
        return instant.map(MOMENT::format).orElse(NONE);
    }

    static String time(Optional<Instant> instant) {
        return instant.map(TIME::format).orElse(NONE);
    }

    /** A length; one that still grows is marked. */
    static String length(Timing timing) {
        boolean open = timing.started().isPresent() && timing.ended().isEmpty();
        return timing.length().map(Durations::text).orElse(NONE) + (open ? " so far" : "");
    }

    static String length(Optional<Duration> duration) {
        return duration.map(Durations::text).orElse(NONE);
    }

    static String or(Optional<String> text) {
        return text.filter(value -> !value.isBlank()).orElse(NONE);
    }

    static String or(String text) {
        return or(Optional.of(text));
    }
}
