// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model;

import hudson.security.AccessControlled;

public interface ViewGroup extends ModelObject, AccessControlled {}
