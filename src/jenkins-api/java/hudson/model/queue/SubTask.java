// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model.queue;

import hudson.model.ResourceActivity;
import jenkins.model.queue.ITask;

public interface SubTask extends ResourceActivity, ITask {}
