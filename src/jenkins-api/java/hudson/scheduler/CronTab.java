// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.scheduler;

import java.util.Calendar;

public final class CronTab {
    public CronTab(String format, int line, Hash hash, String timezone) {}

    public Calendar ceil(Calendar cal) {
        throw new UnsupportedOperationException();
    }
}
