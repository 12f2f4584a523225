// Compile-time signatures of the plugin junit, without behaviour; see docs/building.md.
package hudson.tasks.junit;

public interface JUnitTask {}
