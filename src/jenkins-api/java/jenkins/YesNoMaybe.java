// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package jenkins;

public enum YesNoMaybe {
    MAYBE;
}
