package io.jenkins.plugins.drs.plugin.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.DrillRequest;
import io.jenkins.plugins.drs.plugin.steps.PlanStep.PlanArguments;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** Pipeline step {@code drsRecover}: recovers for real. Nothing is taken down at the end. */
public final class DrsRecoverStep extends LaunchStep {
    private final String confirm;

    /** @param confirm the name of the plan, letter by letter */
    @DataBoundConstructor
    public DrsRecoverStep(String confirm) {
        this.confirm = confirm;
    }

    public String getConfirm() {
        return confirm;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(context, this);
    }

    /** Asks for the name of the plan, and for the permission of its own. */
    static final class Execution extends PlanExecution {
        private static final long serialVersionUID = 1L;
        private final String confirm;

        Execution(StepContext context, DrsRecoverStep step) {
            super(
                    context,
                    new PlanArguments(step),
                    Manner.of(Mode.RECOVERY, step, false),
                    step.outcome(),
                    step.isPatient());
            this.confirm = step.confirm;
        }

        @Override
        PlanSource.Found part(PlanSource.Found found) throws AbortException {
            if (!found.plan().planName().equals(confirm)) {
                throw BuildConsole.abort(Messages.recover_confirm(found.plan().planName(), confirm));
            }
            return found;
        }

        /** Unless the job may recover and was started by one person who may, the first wave waits for one who may. */
        @Override
        DrillRequest request(String stepKey, FilePath workspace, TaskListener log)
                throws IOException, InterruptedException {
            DrillRequest request = super.request(stepKey, workspace, log);
            return Authority.mustConfirm(getContext().get(Run.class)) ? request.confirmed() : request;
        }

        @Override
        void authorize(Run<?, ?> build) throws IOException {
            Authority.check(build, DisasterRecoveryPermissions.RECOVER);
        }
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends PlanStepDescriptor {
        public DescriptorImpl() {
            super("drsRecover", Messages.drsRecover());
        }
    }
}
