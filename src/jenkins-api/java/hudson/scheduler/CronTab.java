// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.scheduler;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Calendar;

public final class CronTab {
    public CronTab(String format, int line, Hash hash, @CheckForNull String timezone) {}

    public Calendar ceil(Calendar cal) {
        throw new UnsupportedOperationException();
    }
}
