package io.jenkins.plugins.drs.plugin.steps;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.plugin.configuration.sync.SyncTurns;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.BuildRef;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * The life of a {@code drsSync}: its turn, restarts and aborts; {@link SyncRun} does the work. Serializes plain values
 * only. After a restart it goes on: what was applied is checked, and nothing is applied twice.
 */
final class SyncExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    private final SyncArguments arguments;
    private SyncProgress story;
    private Throwable interruption;
    private transient SyncTurn turn;
    private transient SyncRun run;

    SyncExecution(StepContext context, SyncArguments arguments) {
        super(context);
        this.arguments = arguments;
    }

    @Override
    public boolean start() throws IOException, InterruptedException {
        enter();
        return false;
    }

    @Override
    public void onResume() {
        try {
            enter();
        } catch (IOException e) {
            getContext().onFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            getContext().onFailure(e);
        }
    }

    private void enter() throws IOException, InterruptedException {
        Run<?, ?> build = getContext().get(Run.class);
        TaskListener log = getContext().get(TaskListener.class);
        SyncTurn mine;
        synchronized (this) {
            run = new SyncRun(this, getContext(), arguments);
            turn = new SyncTurn(SyncTurns.get(), run::begin, line -> BuildConsole.print(log, line));
            mine = turn;
        }
        mine.enter(BuildRef.of(build));
    }

    synchronized SyncProgress story() {
        return story;
    }

    synchronized void remember(SyncProgress told) {
        story = told;
        getContext().saveState();
    }

    synchronized Throwable interruption() {
        return interruption;
    }

    /** Lets the next sync go, and ends the step. */
    void end(Runnable answer) {
        SyncTurn mine;
        synchronized (this) {
            mine = turn;
        }
        mine.leave();
        answer.run();
    }

    /** What was applied and not yet checked goes back before the step ends. */
    @Override
    public void stop(Throwable cause) {
        SyncTurn mine;
        SyncRun work;
        synchronized (this) {
            if (interruption != null) {
                return;
            }
            interruption = cause;
            mine = turn;
            work = run;
        }
        if (mine == null || mine.leaveUnbegun()) {
            getContext().onFailure(cause);
        } else if (!work.interrupt(cause)) {
            mine.interruptWorker();
        }
    }

    @Override
    public synchronized String getStatus() {
        return turn != null && turn.hasBegun() ? Messages.status_syncing() : Messages.status_syncWaits();
    }
}
