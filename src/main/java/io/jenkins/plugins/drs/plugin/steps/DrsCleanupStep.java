package io.jenkins.plugins.drs.plugin.steps;

import hudson.Extension;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.steps.PlanStep.PlanArguments;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** Pipeline step {@code drsCleanup}: takes down what earlier drills of a plan left behind. */
public final class DrsCleanupStep extends PlanStep {
    @DataBoundConstructor
    public DrsCleanupStep() {
        // everything is optional
    }

    @Override
    public StepExecution start(StepContext context) {
        return new PlanExecution(
                context,
                new PlanArguments(this),
                new PlanExecution.Manner(Mode.CLEANUP),
                new Outcome(Outcome.UNSTABLE, true),
                false);
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends PlanStepDescriptor {
        public DescriptorImpl() {
            super("drsCleanup", Messages.drsCleanup());
        }
    }
}
