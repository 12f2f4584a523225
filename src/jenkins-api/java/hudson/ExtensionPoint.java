// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson;

public interface ExtensionPoint {}
