// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

public interface Action extends ModelObject {
    String getIconFileName();

    String getDisplayName();

    String getUrlName();
}
