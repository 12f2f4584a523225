// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.security;

public class ACLContext implements AutoCloseable {
    private ACLContext() {}

    public void close() {
        throw new UnsupportedOperationException();
    }
}
