// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.util;

import hudson.model.TaskListener;

@Deprecated
public abstract class AbstractTaskListener implements TaskListener {
    public AbstractTaskListener() {}
}
