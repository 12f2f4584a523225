package io.jenkins.plugins.drs.steps;

import hudson.EnvVars;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Variables that a step sees now; once it has ended, those that it saw last. */
final class BuildEnvironment implements Supplier<EnvVars> {
    private static final Logger LOGGER = Logger.getLogger(BuildEnvironment.class.getName());

    private final StepContext context;
    private EnvVars last = new EnvVars();

    BuildEnvironment(StepContext context) {
        this.context = context;
    }

    @Override
    public synchronized EnvVars get() {
        try {
            EnvVars now = context.get(EnvVars.class);
            if (now != null) {
                last = now;
            }
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The step has ended; its last environment is used", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return last;
    }
}
