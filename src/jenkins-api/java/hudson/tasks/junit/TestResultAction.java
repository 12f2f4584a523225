// Compile-time signatures of the plugin junit, without behaviour; see docs/building.md.
package hudson.tasks.junit;

import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.test.AbstractTestResultAction;

public class TestResultAction extends AbstractTestResultAction<TestResultAction> {
    @SuppressWarnings("rawtypes")
    public TestResultAction(Run owner, TestResult result, TaskListener listener) {}

    public synchronized TestResult getResult() {
        throw new UnsupportedOperationException();
    }

    public double getHealthScaleFactor() {
        throw new UnsupportedOperationException();
    }
}
