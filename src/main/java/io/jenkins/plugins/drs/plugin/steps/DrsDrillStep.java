package io.jenkins.plugins.drs.plugin.steps;

import hudson.Extension;
import io.jenkins.plugins.drs.engine.term.Mode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** Pipeline step {@code drsDrill}: runs a recovery plan as a drill and takes down what it launched. */
public final class DrsDrillStep extends DrillOptionsStep {
    @DataBoundConstructor
    public DrsDrillStep() {
        // everything is optional
    }

    @Override
    public StepExecution start(StepContext context) {
        return PlanExecution.of(context, this, Mode.DRILL);
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends PlanStepDescriptor {
        public DescriptorImpl() {
            super("drsDrill", Messages.drsDrill());
        }
    }
}
