// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package jenkins.model;

import hudson.model.ModelObject;

public interface ModelObjectWithContextMenu extends ModelObject {}
