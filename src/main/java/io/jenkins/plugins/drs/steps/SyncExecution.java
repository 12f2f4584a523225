package io.jenkins.plugins.drs.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.configuration.schedule.OwnJob;
import io.jenkins.plugins.drs.configuration.schedule.PlanJobs;
import io.jenkins.plugins.drs.configuration.store.PlanStore;
import io.jenkins.plugins.drs.configuration.sync.SyncOrigin;
import io.jenkins.plugins.drs.configuration.sync.SyncTurns;
import io.jenkins.plugins.drs.engine.plan.RecoveryPlan;
import io.jenkins.plugins.drs.host.BuildSide;
import io.jenkins.plugins.drs.host.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.host.Feature;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Runs {@code drsSync}: applies, checks the plans that changed, and then confirms, or puts back what was there before.
 * Serializes plain values only. After a restart it goes on: what was applied is checked, and nothing is applied twice.
 */
final class SyncExecution extends StepExecution {
    private static final long serialVersionUID = 1L;

    private final SyncArguments arguments;
    private SyncStory story;
    private Throwable interruption;
    private transient Runnable turn;
    private transient boolean begun;
    private transient Thread worker;
    private transient PlanChecks checks;

    SyncExecution(StepContext context, SyncArguments arguments) {
        super(context);
        this.arguments = arguments;
    }

    @Override
    public boolean start() {
        enter();
        return false;
    }

    @Override
    public void onResume() {
        enter();
    }

    private synchronized void enter() {
        turn = this::run;
        begun = false;
        SyncTurns.get().enter(turn);
    }

    private synchronized void leaveTurn() {
        SyncTurns.get().leave(turn);
    }

    private void run() {
        synchronized (this) {
            if (interruption != null && story == null) {
                leaveTurn();
                return;
            }
            begun = true;
            worker = Thread.currentThread();
        }
        guarded(() -> {
            DocumentSync sync = sync();
            if (story == null || story.isOpen() && !sync.isOpen(story)) {
                begin(sync); // also when what was applied before a restart was put back as Jenkins ended
            } else if (story.isOpen()) {
                check(sync);
            } else {
                finish(sync);
            }
        });
        synchronized (this) {
            worker = null;
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException | RuntimeException e) {
            end(e);
        }
    }

    /** Ends with a failure; what was applied goes back before. */
    private void end(Throwable failure) {
        Thread.interrupted(); // files cannot be written by a thread that is interrupted
        Throwable cause = interruption() != null ? interruption() : failure;
        try {
            if (story != null && story.isOpen()) {
                sync().undo(story, "The sync could not go on: " + failure.getMessage() + ".");
                PlanJobs.get().update();
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            cause.addSuppressed(e);
        }
        leaveTurn();
        getContext().onFailure(cause);
    }

    private DocumentSync sync() throws IOException, InterruptedException {
        return new DocumentSync(build(), getContext().get(TaskListener.class), arguments);
    }

    private Run<?, ?> build() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }

    private void begin(DocumentSync sync) throws IOException, InterruptedException {
        Feature.SYNC.require();
        SyncOrigin origin = SyncOrigin.of(build());
        Optional<String> whyNot = origin.whyNot();
        if (whyNot.isPresent() && !arguments.dryRun) {
            if (arguments.failsWhenNotAllowed) {
                throw new AbortException("Nothing was applied. " + whyNot.get());
            }
            sync.say("Only a dry run. " + whyNot.get());
        }
        boolean applies = whyNot.isEmpty() && !arguments.dryRun;
        if (applies) {
            Authority.checkConfigure(build());
        } else {
            Authority.check(build(), DisasterRecoveryPermissions.VIEW);
        }
        SyncStory told = sync.run(origin, getContext().get(FilePath.class), applies);
        remember(told);
        sync.say(told.sentence());
        if (told.isOpen()) {
            check(sync);
        } else {
            finish(sync);
        }
    }

    private synchronized void remember(SyncStory told) {
        story = told;
        getContext().saveState();
    }

    private void check(DocumentSync sync) throws IOException, InterruptedException {
        List<String> plans = arguments.check ? sync.affected(story) : List.of();
        if (!plans.isEmpty()) {
            sync.say("Checking " + String.join(", ", plans));
        }
        TaskListener log = getContext().get(TaskListener.class);
        BuildSide side = BuildSide.of(build(), new BuildEnvironment(getContext()), log);
        PlanChecks running = new PlanChecks(
                side,
                "sync-" + getContext().get(FlowNode.class).getId(),
                arguments.credentialsId,
                PlanStore.get().current().configuration(),
                plans,
                told -> Computer.threadPoolForRemoting.execute(() -> guarded(() -> checked(told))));
        synchronized (this) {
            checks = running;
        }
        running.begin();
        Throwable early = interruption();
        if (early != null) {
            running.cancel(Interruptions.by(early), Interruptions.reason(early));
        }
    }

    /** Every plan that changed could be drilled, or what was applied goes back. */
    private void checked(List<Map<String, Object>> told) throws IOException, InterruptedException {
        if (Jenkins.get().isTerminating()) {
            return; // checks that cannot be made as Jenkins ends say nothing; they go on after the restart
        }
        DocumentSync sync = sync();
        story.put("checks", told);
        List<String> failed = told.stream()
                .filter(check -> !"COMPLETED".equals(check.get("status")))
                .map(check ->
                        "the check of '" + check.get("plan") + "' " + check.get("status") + ": " + check.get("reason"))
                .toList();
        if (interruption() != null) {
            sync.undo(story, "The build was aborted before the checks were through.");
        } else if (!failed.isEmpty()) {
            sync.undo(story, String.join(" ", failed));
        }
        finish(sync);
    }

    private void finish(DocumentSync sync) throws IOException, InterruptedException {
        if (story.isOpen() || story.isGood()) {
            followJob(sync);
        }
        if (story.isOpen()) {
            sync.confirm(story);
        }
        if (Boolean.TRUE.equals(story.told().get("changed")) || !story.isGood()) {
            PlanJobs.get().update();
            PlanJobs.get()
                    .problems()
                    .forEach(problem -> sync.say("Job " + problem.job() + " of plan '" + problem.plan()
                            + "' does not follow it: " + problem.message()));
        }
        leaveTurn();
        Throwable cause = interruption();
        if (cause != null) {
            sync.say(story.sentence());
            getContext().onFailure(cause);
        } else if (!story.isGood() && arguments.propagate) {
            getContext().onFailure(new AbortException(story.sentence()));
        } else {
            if ("ROLLED_BACK".equals(story.told().get("outcome"))) {
                sync.say(story.sentence());
            }
            getContext().onSuccess(story.told());
        }
    }

    /** The job of the build gets its triggers and parameters; where that fails, what was applied goes back. */
    private void followJob(DocumentSync sync) throws IOException, InterruptedException {
        boolean applies = !"POSSIBLE".equals(story.told().get("outcome"))
                && Boolean.TRUE.equals(story.told().get("allowed"))
                && !arguments.dryRun;
        List<String> plans = PlanStore.get().current().configuration().recoveryPlans().stream()
                .map(RecoveryPlan::planName)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        OwnJob job = new OwnJob(build().getParent());
        try {
            List<String> changes = applies ? job.follow(arguments.job, plans) : job.differences(arguments.job, plans);
            story.put("jobChanges", changes);
            changes.forEach(change -> sync.say("This job" + (applies ? "" : " would change") + ", " + change));
        } catch (IOException | RuntimeException e) {
            if (!story.isOpen()) {
                throw e;
            }
            sync.undo(story, "This job cannot be changed: " + e.getMessage() + ".");
        }
    }

    private synchronized Throwable interruption() {
        return interruption;
    }

    /** What was applied and not yet checked goes back before the step ends. */
    @Override
    public void stop(Throwable cause) {
        PlanChecks running;
        synchronized (this) {
            if (interruption != null) {
                return;
            }
            interruption = cause;
            running = checks;
            if (!begun) {
                leaveTurn();
                getContext().onFailure(cause);
                return;
            }
            if (running == null && worker != null) {
                worker.interrupt();
            }
        }
        if (running != null) {
            running.cancel(Interruptions.by(cause), Interruptions.reason(cause));
        }
    }

    @Override
    public String getStatus() {
        synchronized (this) {
            return begun ? Messages.status_syncing() : Messages.status_syncWaits();
        }
    }
}
