// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package jenkins.model.queue;

import jenkins.model.FullyNamedModelObject;

public interface ITask extends FullyNamedModelObject {}
