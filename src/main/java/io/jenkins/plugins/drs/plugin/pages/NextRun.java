package io.jenkins.plugins.drs.plugin.pages;

import hudson.scheduler.CronTab;
import hudson.scheduler.Hash;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;

/** When a job with a schedule runs next. */
final class NextRun {
    private static final String ZONE = "TZ=";

    private NextRun() {}

    /**
     * The nearest time of all lines.
     *
     * @param schedule in Jenkins' cron syntax; the first line may name a time zone
     * @param job full name of the job, by which {@code H} spreads jobs
     * @return empty when the schedule has no line, or one that is no schedule
     */
    static Optional<Instant> after(Instant now, String schedule, String job) {
        String[] lines = schedule.split("\\r?\\n");
        String zone = lines[0].strip().startsWith(ZONE) ? lines[0].strip().substring(ZONE.length()) : null;
        try {
            return Stream.of(lines)
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(ZONE))
                    .map(line -> next(now, line, job, zone))
                    .filter(Objects::nonNull)
                    .min(Instant::compareTo);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What has begun already counts as over, so it is looked for from the next minute on. */
    private static Instant next(Instant now, String line, String job, String zone) {
        Calendar from = zone == null ? new GregorianCalendar() : new GregorianCalendar(TimeZone.getTimeZone(zone));
        from.setTimeInMillis(now.plusSeconds(60).toEpochMilli());
        Calendar next = new CronTab(line, 1, Hash.from(job), zone).ceil(from);
        return next == null ? null : next.toInstant();
    }
}
