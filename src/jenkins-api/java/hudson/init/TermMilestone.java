// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.init;

public enum TermMilestone {
    STARTED,
    COMPLETED;
}
