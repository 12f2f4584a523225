// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package jenkins.model;

import hudson.model.ModelObject;
import hudson.security.AccessControlled;

public interface IComputer extends AccessControlled, ModelObject {}
