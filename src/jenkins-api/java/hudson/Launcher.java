// Compile-time signatures: what this plugin uses of the type in jenkins-core, without behaviour; see docs/building.md.
package hudson;

public abstract class Launcher {
    protected Launcher(Launcher launcher) {}
}
