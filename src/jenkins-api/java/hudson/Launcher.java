// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

public abstract class Launcher {
    protected Launcher(Launcher launcher) {}
}
