// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;

public abstract class Cause {
    public Cause() {}

    public static class UpstreamCause extends Cause {
        public UpstreamCause(Run<?, ?> up) {}

        @CheckForNull
        public Run<?, ?> getUpstreamRun() {
            throw new UnsupportedOperationException();
        }
    }

    public static class UserIdCause extends Cause {
        public UserIdCause() {}

        @CheckForNull
        public String getUserId() {
            throw new UnsupportedOperationException();
        }
    }
}
