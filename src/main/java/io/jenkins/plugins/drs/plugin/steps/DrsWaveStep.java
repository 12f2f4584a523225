package io.jenkins.plugins.drs.plugin.steps;

import hudson.Extension;
import io.jenkins.plugins.drs.engine.term.Mode;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * Pipeline step {@code drsWave}: runs one wave of the {@code drsWaves} around it; outside of that, drills one wave of a
 * plan on its own.
 */
public final class DrsWaveStep extends DrillOptionsStep {
    private final String wave;

    @DataBoundConstructor
    public DrsWaveStep(String wave) {
        this.wave = wave;
    }

    public String getWave() {
        return wave;
    }

    @Override
    public StepExecution start(StepContext context) throws IOException, InterruptedException {
        DrillScope scope = context.get(DrillScope.class);
        return scope == null
                ? new SingleWaveExecution(context, this, wave)
                : new ReleaseExecution(context, scope.executionId(), wave, outcome());
    }

    PlanExecution.Manner manner() {
        return PlanExecution.Manner.of(Mode.DRILL, this, false);
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends PlanStepDescriptor {
        public DescriptorImpl() {
            super("drsWave", Messages.drsWave());
        }
    }
}
