package io.jenkins.plugins.drs.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.engine.plan.Wave;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.ResultTree;
import io.jenkins.plugins.drs.plugin.steps.DrsWavesStep.DrillScope;
import io.jenkins.plugins.drs.plugin.steps.PlanStep.PlanArguments;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
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

    /** Drills one wave of a plan on its own; what it depends on is left out. */
    static final class SingleWaveExecution extends PlanExecution {
        private static final long serialVersionUID = 1L;
        private final String wave;

        SingleWaveExecution(StepContext context, DrsWaveStep step, String wave) {
            super(context, new PlanArguments(step), step.manner(), step.outcome(), step.isPatient());
            this.wave = wave;
        }

        @Override
        PlanSource.Found part(PlanSource.Found found) throws AbortException {
            RecoveryPlan plan = found.plan();
            Wave chosen = plan.waves().stream()
                    .filter(candidate -> candidate.waveName().equalsIgnoreCase(wave))
                    .findFirst()
                    .orElseThrow(() -> BuildConsole.abort(Messages.wave_unknown(
                            plan.planName(),
                            wave,
                            plan.waves().stream().map(Wave::waveName).collect(Collectors.joining(", ")))));
            RecoveryPlan part = plan.withWaves(List.of(chosen.after(List.of())));
            return new PlanSource.Found(found.configuration().withPlans(List.of(part)), part);
        }

        /** The wave's result with what a whole drill tells besides. */
        @Override
        Object told(DrillResult result) {
            var tree = ResultTree.wave(result, result.waveResults().get(0));
            tree.put("executionId", result.run().executionId());
            tree.put("cleanup", ResultTree.of(result).get("cleanup"));
            return tree;
        }
    }
}
