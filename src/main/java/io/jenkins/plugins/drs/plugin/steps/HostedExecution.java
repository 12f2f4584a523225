package io.jenkins.plugins.drs.plugin.steps;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.BuildSide;
import io.jenkins.plugins.drs.plugin.run.DrillCallback;
import io.jenkins.plugins.drs.plugin.run.DrillHandle;
import io.jenkins.plugins.drs.plugin.run.DrillHost;
import io.jenkins.plugins.drs.plugin.run.DrillRequest;
import io.jenkins.plugins.drs.plugin.run.HostEndedException;
import io.jenkins.plugins.drs.plugin.run.PlanInUseException;
import io.jenkins.plugins.drs.plugin.run.ResultTree;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.queue.ItemDeletion;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Runs one execution from a step. Serializes plain values only: after a restart, build and flow node lead to the same
 * execution again, so nothing is launched twice.
 */
abstract class HostedExecution extends StepExecution implements DrillCallback {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(HostedExecution.class.getName());
    private static final int SECONDS_AFTER_STOP = 20;

    private final Outcome outcome;
    private final boolean patient;
    private Throwable interruption;
    private transient volatile DrillHandle drill;
    private transient volatile boolean waiting;
    private transient BuildEnvironment environment;

    /** @param patient whether it waits while another execution works on the plan */
    HostedExecution(StepContext context, Outcome outcome, boolean patient) {
        super(context);
        this.outcome = outcome;
        this.patient = patient;
    }

    /** What to run; asked once, before it begins. May read the workspace. */
    abstract DrillRequest request(String stepKey, FilePath workspace, TaskListener log)
            throws IOException, InterruptedException;

    /** Refuses what the build may not do. */
    abstract void authorize(Run<?, ?> build) throws IOException;

    /** What the step returns. */
    Object told(DrillResult result) {
        return ResultTree.of(result);
    }

    @Override
    public boolean start() {
        Computer.threadPoolForRemoting.execute(this::begin);
        return false;
    }

    @Override
    public void onResume() {
        Computer.threadPoolForRemoting.execute(this::begin);
    }

    /** Safe to repeat. */
    private void begin() {
        try {
            Run<?, ?> build = getContext().get(Run.class);
            TaskListener log = getContext().get(TaskListener.class);
            String key = "node-" + getContext().get(FlowNode.class).getId();
            BuildSide side = BuildSide.of(build, environment(), environment()::masked, log);
            Optional<DrillHandle> begun = DrillHost.get().attach(build, key, side, this);
            if (begun.isEmpty() && !isInterrupted()) {
                authorize(build);
                launch(request(key, getContext().get(FilePath.class), log), side, log);
            }
        } catch (HostEndedException e) { // the next start of Jenkins resumes the step
            LOGGER.log(Level.FINE, "Left to the next start of Jenkins", e);
        } catch (IOException | RuntimeException e) {
            getContext().onFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            getContext().onFailure(e);
        }
    }

    private void launch(DrillRequest request, BuildSide side, TaskListener log) throws IOException {
        try {
            waiting = false;
            DrillHost.get().start(request.waiting(patient), side, this);
        } catch (PlanInUseException inUse) {
            if (!patient) {
                throw inUse;
            }
            BuildConsole.print(log, Messages.console_waiting(inUse.holder()));
            waiting = true;
            DrillHost.get().whenFree(this::begin);
        }
    }

    @Override
    public void attached(DrillHandle handle) {
        drill = handle;
        Throwable early = interruption();
        if (early != null) {
            handle.cancel(Interruptions.by(early), Interruptions.reason(early));
        }
    }

    private synchronized BuildEnvironment environment() {
        if (environment == null) {
            environment = new BuildEnvironment(getContext());
        }
        return environment;
    }

    synchronized Throwable interruption() {
        return interruption;
    }

    private boolean isInterrupted() {
        return interruption() != null;
    }

    /** Remembers the first interruption; true when there was one already. */
    synchronized boolean interrupted(Throwable cause) {
        boolean again = interruption != null;
        interruption = again ? interruption : cause;
        getContext().saveState();
        return again;
    }

    DrillHandle drill() {
        return drill;
    }

    /** The first time, cancels and lets the drill clean up; the second time, ends at once. */
    @Override
    public void stop(Throwable cause) {
        boolean again = interrupted(cause);
        DrillHandle running = drill;
        if (running == null) {
            if (waiting || again) {
                getContext().onFailure(cause);
            }
            return;
        }
        String by = Interruptions.by(cause);
        if (isJobGoing()) {
            running.cancel(by, Messages.cancelled_jobGoing());
            say(Messages.console_jobGoing());
            getContext().onFailure(cause);
        } else if (again) {
            say(Messages.console_abortedAgain());
            running.stop(by);
            Timer.get().schedule(() -> getContext().onFailure(cause), SECONDS_AFTER_STOP, TimeUnit.SECONDS);
        } else {
            say(Messages.console_aborted());
            running.cancel(by, Interruptions.reason(cause));
        }
    }

    private boolean isJobGoing() {
        try {
            Run<?, ?> build = getContext().get(Run.class);
            return build == null || ItemDeletion.contains(build.getParent());
        } catch (IOException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void say(String line) {
        try {
            BuildConsole.print(getContext().get(TaskListener.class), line);
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The step has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void finished(DrillResult result) {
        complete(result, interruption());
    }

    /** @param failure that the step ends with in any case; null when its result decides */
    void complete(DrillResult result, Throwable failure) {
        if (failure != null) {
            getContext().onFailure(failure);
            return;
        }
        switch (result.status()) {
            case COMPLETED -> getContext().onSuccess(told(result));
            case PARTIAL -> outcome.partial(getContext(), told(result), sentence(result));
            case CANCELLED -> getContext().onFailure(cancelled(result));
            default -> outcome.failed(getContext(), told(result), sentence(result));
        }
    }

    static FlowInterruptedException cancelled(DrillResult result) {
        return new FlowInterruptedException(
                Result.ABORTED,
                new Interruptions.Cancelled(result.verdict().reason().orElse("Cancelled.")));
    }

    static String sentence(DrillResult result) {
        return Messages.drill_ended(
                result.run().mode().word(),
                result.run().planName(),
                result.status(),
                result.verdict().reason().map(reason -> ": " + reason).orElse("."));
    }

    @Override
    public void broken(Throwable problem) {
        getContext().onFailure(problem);
    }

    @Override
    public String getStatus() {
        DrillHandle running = drill;
        return running == null
                ? (waiting ? Messages.status_waiting() : Messages.status_beginning())
                : running.statusText();
    }
}
