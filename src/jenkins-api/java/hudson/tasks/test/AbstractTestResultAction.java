// Compile-time signatures of the plugin junit, without behaviour; see docs/building.md.
package hudson.tasks.test;

import hudson.model.Run;
import jenkins.model.RunAction2;

@SuppressWarnings("rawtypes")
public abstract class AbstractTestResultAction<T extends AbstractTestResultAction> implements RunAction2 {
    protected AbstractTestResultAction() {}

    public void onAttached(Run<?, ?> r) {
        throw new UnsupportedOperationException();
    }

    public void onLoad(Run<?, ?> r) {
        throw new UnsupportedOperationException();
    }

    public String getDisplayName() {
        throw new UnsupportedOperationException();
    }

    public String getUrlName() {
        throw new UnsupportedOperationException();
    }

    public String getIconFileName() {
        throw new UnsupportedOperationException();
    }
}
