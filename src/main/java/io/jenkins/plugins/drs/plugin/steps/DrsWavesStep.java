package io.jenkins.plugins.drs.plugin.steps;

import hudson.Extension;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * Pipeline step {@code drsWaves}: a drill whose waves the block starts with {@code drsWave}. When the block has ended,
 * the drill cleans up.
 */
public final class DrsWavesStep extends DrillOptionsStep {
    @DataBoundConstructor
    public DrsWavesStep() {
        // everything is optional
    }

    @Override
    public StepExecution start(StepContext context) {
        return new BlockExecution(
                context,
                new PlanArguments(this),
                PlanExecution.Manner.of(Mode.DRILL, this, true),
                outcome(),
                isPatient());
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends PlanStepDescriptor {
        public DescriptorImpl() {
            super("drsWaves", Messages.drsWaves());
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getProvidedContext() {
            return Set.of(DrillScope.class);
        }
    }
}
