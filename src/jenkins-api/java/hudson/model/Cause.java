// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

public abstract class Cause {
    public Cause() {}

    public static class UpstreamCause extends Cause {
        public UpstreamCause(Run<?, ?> up) {}

        public Run<?, ?> getUpstreamRun() {
            throw new UnsupportedOperationException();
        }
    }

    public static class UserIdCause extends Cause {
        public UserIdCause() {}

        public String getUserId() {
            throw new UnsupportedOperationException();
        }
    }
}
