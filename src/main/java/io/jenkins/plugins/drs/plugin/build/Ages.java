package io.jenkins.plugins.drs.plugin.build;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, as people say it. */
public final class Ages {
    private Ages() {}

    /** In the largest unit alone: whole days, hours or minutes. */
    public static String text(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toDays() > 0) {
            return Messages.age_days(age.toDays());
        }
        if (age.toHours() > 0) {
            return Messages.age_hours(age.toHours());
        }
        return age.toMinutes() > 0 ? Messages.age_minutes(age.toMinutes()) : Messages.age_now();
    }
}
