package io.jenkins.plugins.drs.plugin.steps;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.Permission;
import io.jenkins.plugins.drs.engine.event.RunOptions;
import io.jenkins.plugins.drs.engine.term.Mode;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.DrillRequest;
import io.jenkins.plugins.drs.plugin.steps.PlanStep.PlanArguments;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Runs a plan, or a part of it, to its end. */
class PlanExecution extends HostedExecution {
    private static final long serialVersionUID = 1L;

    private final PlanArguments arguments;
    private final Manner manner;

    /**
     * How a plan is run. Plain values that are kept with the build.
     *
     * @param mode name of a {@link Mode}
     * @param timeoutMinutes 0 for no limit
     */
    static final class Manner implements Serializable {
        private static final long serialVersionUID = 1L;

        final Mode mode;
        final boolean keepInstances;
        final boolean waveByWave;
        final boolean anyReplicationState;
        final boolean replaceLeftovers;
        final int timeoutMinutes;

        Manner(Mode mode) {
            this(mode, RunOptions.DEFAULT, 0);
        }

        Manner(Mode mode, RunOptions options, int timeoutMinutes) {
            this.mode = mode;
            this.keepInstances = options.keepInstances();
            this.waveByWave = options.waveByWave();
            this.anyReplicationState = options.anyReplicationState();
            this.replaceLeftovers = options.replaceLeftovers();
            this.timeoutMinutes = timeoutMinutes;
        }

        static Manner of(Mode mode, LaunchStep step, boolean waveByWave) {
            return new Manner(mode, step.options(waveByWave), step.getTimeoutMinutes());
        }

        DrillRequest.Limits limits() {
            RunOptions options = new RunOptions(
                            keepInstances, waveByWave, anyReplicationState, RunOptions.DEFAULT.cleanupLimit())
                    .replacingLeftovers(replaceLeftovers);
            Optional<Duration> timeout =
                    timeoutMinutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(timeoutMinutes));
            return new DrillRequest.Limits(options, timeout, mode != Mode.CHECK);
        }
    }

    PlanExecution(StepContext context, PlanArguments arguments, Manner manner, Outcome outcome, boolean patient) {
        super(context, outcome, patient);
        this.arguments = arguments;
        this.manner = manner;
    }

    static PlanExecution of(StepContext context, LaunchStep step, Mode mode) {
        return new PlanExecution(
                context, new PlanArguments(step), Manner.of(mode, step, false), step.outcome(), step.isPatient());
    }

    @Override
    DrillRequest request(String stepKey, FilePath workspace, TaskListener log)
            throws IOException, InterruptedException {
        PlanSource.Found found = part(new PlanSource(workspace, log).find(arguments));
        return new DrillRequest(
                stepKey,
                manner.mode,
                found.configuration(),
                found.plan().planName(),
                manner.limits(),
                Optional.ofNullable(arguments.credentialsId),
                true);
    }

    /** The part of the plan that is run. */
    PlanSource.Found part(PlanSource.Found found) throws IOException {
        return found;
    }

    @Override
    void authorize(Run<?, ?> build) throws IOException {
        Authority.check(build, permission());
    }

    private Permission permission() {
        return manner.mode == Mode.CHECK ? DisasterRecoveryPermissions.CHECK : DisasterRecoveryPermissions.DRILL;
    }
}
