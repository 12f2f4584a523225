// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.scheduler;

public abstract class Hash {
    Hash() {}

    public static Hash from(String seed) {
        throw new UnsupportedOperationException();
    }
}
