package io.jenkins.plugins.drs.plugin.steps;

import hudson.FilePath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/**
 * A short step that works on a thread of its own. A restart of the controller has it done again from the beginning, which
 * must do no harm; Pipeline by itself would fail it.
 */
abstract class RepeatableExecution<T> extends SynchronousNonBlockingStepExecution<T> {
    private static final long serialVersionUID = 1L;
    private static final Duration AGENT_COMES_BACK = Duration.ofMinutes(5);
    private static final long SECOND = 1_000;

    private transient Instant resumed;

    RepeatableExecution(StepContext context) {
        super(context);
    }

    @Override
    public void onResume() {
        resumed = Instant.now();
        try {
            start();
        } catch (Exception e) {
            getContext().onFailure(e);
        }
    }

    /**
     * The workspace. After a restart its agent is waited for, which has to connect first.
     *
     * @throws IOException when the agent is not there
     */
    final FilePath workspace() throws IOException, InterruptedException {
        while (true) {
            try {
                return getContext().get(FilePath.class);
            } catch (IOException offline) {
                if (resumed == null || Instant.now().isAfter(resumed.plus(AGENT_COMES_BACK))) {
                    throw offline;
                }
                Thread.sleep(2 * SECOND);
            }
        }
    }
}
