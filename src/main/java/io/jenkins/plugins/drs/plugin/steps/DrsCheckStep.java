package io.jenkins.plugins.drs.plugin.steps;

import hudson.Extension;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.steps.PlanStep.PlanArguments;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Pipeline step {@code drsCheck}: tells whether a plan could be drilled now; changes nothing. */
public final class DrsCheckStep extends PlanStep {
    private boolean propagate = true;

    @DataBoundConstructor
    public DrsCheckStep() {
        // everything is optional
    }

    public boolean isPropagate() {
        return propagate;
    }

    @DataBoundSetter
    public void setPropagate(boolean propagate) {
        this.propagate = propagate;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new PlanExecution(
                context,
                new PlanArguments(this),
                new PlanExecution.Manner(Mode.CHECK),
                new Outcome(Outcome.UNSTABLE, propagate),
                false);
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends PlanStepDescriptor {
        public DescriptorImpl() {
            super("drsCheck", Messages.drsCheck());
        }
    }
}
