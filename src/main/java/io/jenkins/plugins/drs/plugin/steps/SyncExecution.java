package io.jenkins.plugins.drs.plugin.steps;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.document.sync.OnManualChange;
import io.jenkins.plugins.drs.plugin.configuration.schedule.DesiredJob;
import io.jenkins.plugins.drs.plugin.configuration.sync.SyncTurns;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.BuildRef;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** A sync's place among the syncs of the controller, and the thread that works in it. Holds no thread while it waits. */
    static final class SyncTurn {
        private final SyncTurns turns;
        private final Runnable work;
        private final Consumer<String> log;
        private final Runnable entry = this::run;
        private boolean waited;
        private boolean begun;
        private boolean left;
        private Thread worker;

        /** @param log gets a line when the turn has to be waited for, and one when it has come then */
        SyncTurn(SyncTurns turns, Runnable work, Consumer<String> log) {
            this.turns = turns;
            this.work = work;
            this.log = log;
        }

        /** @param who whose turn it is */
        synchronized void enter(BuildRef who) {
            Optional<BuildRef> holder = turns.enter(who, entry);
            waited = holder.isPresent();
            holder.ifPresent(other -> log.accept(Messages.sync_waits(other.toldIn(who), PlanChecks.minutes())));
        }

        private void run() {
            boolean hasWaited;
            synchronized (this) {
                if (left) {
                    return;
                }
                begun = true;
                worker = Thread.currentThread();
                hasWaited = waited;
            }
            if (hasWaited) {
                log.accept(Messages.sync_goesOn());
            }
            work.run();
            synchronized (this) {
                worker = null;
            }
        }

        /** Lets the next one go; may be called more than once. */
        void leave() {
            synchronized (this) {
                left = true;
            }
            turns.leave(entry);
        }

        synchronized boolean hasBegun() {
            return begun;
        }

        /** Leaves a turn that has not begun; false when it has. */
        boolean leaveUnbegun() {
            synchronized (this) {
                if (begun) {
                    return false;
                }
                left = true;
            }
            turns.leave(entry);
            return true;
        }

        /** Wakes the thread that works now, if one does. */
        synchronized void interruptWorker() {
            if (worker != null) {
                worker.interrupt();
            }
        }
    }

    /** What {@code drsSync} was called with. Plain values that are kept with the build. */
    static final class SyncArguments implements Serializable {
        private static final long serialVersionUID = 1L;

        final String file;
        final OnManualChange onManualChange;
        final boolean failsWhenNotAllowed;
        final boolean dryRun;
        final boolean check;
        final boolean propagate;
        final String credentialsId;
        final String writeBack;
        final DesiredJob job;

        SyncArguments(DrsSyncStep step) {
            this.file = step.getFile();
            this.onManualChange = OnManualChange.of(step.getOnManualChange());
            this.failsWhenNotAllowed = step.getOnNotAllowed().equals(DrsSyncStep.FAIL);
            this.dryRun = step.isDryRun();
            this.check = step.isCheck();
            this.propagate = step.isPropagate();
            this.credentialsId = step.getCredentialsId();
            this.writeBack = step.getWriteBack();
            this.job = new DesiredJob(step.getTriggers(), step.getParameters(), step.getPlanParameter());
        }
    }
}
