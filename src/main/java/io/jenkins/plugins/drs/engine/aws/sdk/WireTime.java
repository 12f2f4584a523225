package io.jenkins.plugins.drs.engine.aws.sdk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** Times as DRS writes them: ISO-8601 in text. */
final class WireTime {
    /** What a lag that cannot be read counts as: too long for any objective, so that none is met by mistake. */
    static final Duration UNREADABLE = Duration.ofDays(3650);

    private WireTime() {}

    /** Empty for null and for what is no time. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** An ISO-8601 duration, years and months included (365 and 30 days), which {@link Duration#parse} refuses. */
    static Duration duration(String text) {
        try {
            int time = text.indexOf('T');
            String days = time < 0 ? text : text.substring(0, time);
            Duration hours = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
            return time >= 0 && days.equals("P") ? hours : hours.plus(days(Period.parse(days)));
        } catch (DateTimeException unreadable) {
            return UNREADABLE;
        }
    }

    private static Duration days(Period period) {
        return Duration.ofDays(365L * period.getYears() + 30L * period.getMonths() + period.getDays());
    }
}
