package io.jenkins.plugins.drs.plugin.steps;

import hudson.Extension;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.steps.PlanStep.PlanArguments;
import java.io.Serializable;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
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

    /** Runs a plan whose waves the block releases: preflight, then the block, then cleanup. */
    static final class BlockExecution extends PlanExecution {
        private static final long serialVersionUID = 1L;

        private BodyExecution body;
        private boolean bodyOver;
        private Throwable bodyFailure;
        private transient DrillResult result;

        BlockExecution(StepContext context, PlanArguments arguments, Manner manner, Outcome outcome, boolean patient) {
            super(context, arguments, manner, outcome, patient);
        }

        @Override
        public synchronized void wavesBegun() {
            if (body == null && interruption() == null) {
                body = getContext()
                        .newBodyInvoker()
                        .withContext(new DrillScope(drill().executionId()))
                        .withCallback(new Callback(this))
                        .start();
                getContext().saveState();
            }
        }

        /** Lets a block that still runs go: without its drill it has nothing to do. */
        @Override
        public void finished(DrillResult ended) {
            BodyExecution running;
            synchronized (this) {
                result = ended;
                running = body == null || bodyOver ? null : body;
            }
            if (running == null) {
                end();
            } else {
                running.cancel(cancelled(ended));
            }
        }

        private void bodyEnded(Throwable failure) {
            synchronized (this) {
                bodyOver = true;
                bodyFailure = failure;
                getContext().saveState();
            }
            if (result != null) {
                end();
            } else if (failure instanceof FlowInterruptedException) {
                interrupted(failure);
                drill().cancel(Interruptions.by(failure), Interruptions.reason(failure));
            } else {
                drill().closeWaves(failure == null ? "the pipeline" : "the pipeline, which failed");
            }
        }

        /** What a person or the drill itself ended is told by the drill's result; else the block's failure goes first. */
        private void end() {
            Throwable failure = interruption();
            boolean ownFailure = bodyFailure != null && !(bodyFailure instanceof FlowInterruptedException);
            complete(result, failure == null && ownFailure ? bodyFailure : failure);
        }

        /** Hears of the end of the block. */
        private static final class Callback extends BodyExecutionCallback {
            private static final long serialVersionUID = 1L;
            private final BlockExecution step;

            Callback(BlockExecution step) {
                this.step = step;
            }

            @Override
            public void onSuccess(StepContext context, Object value) {
                step.bodyEnded(null);
            }

            @Override
            public void onFailure(StepContext context, Throwable failure) {
                step.bodyEnded(failure);
            }
        }
    }

    /** Tells steps of a block which drill they are in. */
    public static final class DrillScope implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String executionId;

        DrillScope(String executionId) {
            this.executionId = executionId;
        }

        public String executionId() {
            return executionId;
        }
    }
}
