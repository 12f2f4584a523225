// Compile-time signatures of jenkins-core, without behaviour; see docs/building.md.
package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;

@SuppressWarnings({"rawtypes", "unchecked"})
public abstract class RunListener<R extends Run> implements ExtensionPoint {
    protected RunListener() {}

    public void onStarted(R r, TaskListener listener) {
        throw new UnsupportedOperationException();
    }

    public void onCompleted(R r, TaskListener listener) {
        throw new UnsupportedOperationException();
    }

    public void onDeleted(R r) {
        throw new UnsupportedOperationException();
    }
}
