package io.jenkins.plugins.drs.plugin.steps;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.plugin.configuration.store.PlanStore;
import io.jenkins.plugins.drs.plugin.configuration.sync.SyncOrigin;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.DisasterRecoveryPermissions;
import io.jenkins.plugins.drs.plugin.run.Feature;
import io.jenkins.plugins.drs.plugin.steps.SyncExecution.SyncArguments;
import io.jenkins.plugins.drs.plugin.steps.SyncProgress.SyncedJob;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * One go at a sync, from its turn to its end: applies, checks the plans that changed, and then confirms, or puts back
 * what was there before. What was put back before is checked first, and applied only when it is good by now.
 */
final class SyncRun {
    private static final String CHECKS = "checks";

    private final SyncExecution step;
    private final StepContext context;
    private final SyncArguments arguments;
    private final SyncChecks checks;

    SyncRun(SyncExecution step, StepContext context, SyncArguments arguments) {
        this.step = step;
        this.context = context;
        this.arguments = arguments;
        this.checks = new SyncChecks(context, arguments.credentialsId);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Begins, or goes on with what was applied before a restart. */
    void begin() {
        guarded(() -> {
            DocumentSync sync = sync();
            SyncProgress story = step.story();
            if (story == null || story.isOpen() && !sync.isOpen(story)) {
                apply(sync); // also when what was applied before a restart was put back as Jenkins ended
            } else if (story.isOpen()) {
                check(sync, story);
            } else {
                finish(sync, story);
            }
        });
    }

    /** False when no check runs that will tell its end. */
    boolean interrupt(Throwable cause) {
        return checks.interrupt(cause);
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (IOException | InterruptedException | RuntimeException e) {
            fail(e);
        }
    }

    /** Ends with a failure; what was applied goes back before. */
    private void fail(Throwable failure) {
        Thread.interrupted(); // files cannot be written by a thread that is interrupted
        Throwable interruption = step.interruption();
        Throwable cause = interruption != null ? interruption : failure;
        SyncProgress story = step.story();
        try {
            if (story != null && story.isOpen()) {
                DocumentSync sync = sync();
                sync.undo(story, Messages.sync_notOn(failure.getMessage()), false);
                SyncedJob.followPlans(sync);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            cause.addSuppressed(e);
        }
        step.end(() -> context.onFailure(cause));
    }

    private DocumentSync sync() throws IOException, InterruptedException {
        return new DocumentSync(build(), context.get(TaskListener.class), arguments);
    }

    private Run<?, ?> build() throws IOException, InterruptedException {
        return context.get(Run.class);
    }

    private void apply(DocumentSync sync) throws IOException, InterruptedException {
        Feature.SYNC.require();
        SyncOrigin origin = SyncOrigin.of(build());
        Optional<String> whyNot = origin.whyNot();
        if (whyNot.isPresent() && !arguments.dryRun) {
            if (arguments.failsWhenNotAllowed) {
                throw BuildConsole.abort(Messages.sync_notAllowed(whyNot.get()));
            }
            sync.say(Messages.sync_onlyDryRun(whyNot.get()));
        }
        boolean applies = whyNot.isEmpty() && !arguments.dryRun;
        if (applies) {
            Authority.checkConfigure(build());
        } else {
            Authority.check(build(), DisasterRecoveryPermissions.VIEW);
        }
        DocumentSync.Done done = sync.run(origin, context.get(FilePath.class), applies, false);
        if (applies && done.story().isRefusedBefore()) {
            lookAgain(sync, origin, done);
        } else {
            goOn(sync, done.story());
        }
    }

    private void goOn(DocumentSync sync, SyncProgress story) throws IOException, InterruptedException {
        step.remember(story);
        sync.say(story.sentence());
        if (story.isOpen()) {
            check(sync, story);
        } else {
            finish(sync, story);
        }
    }

    /** Checks what was put back before without storing it, so that the history does not grow with each build. */
    private void lookAgain(DocumentSync sync, SyncOrigin origin, DocumentSync.Done done)
            throws IOException, InterruptedException {
        sync.say(done.story().sentence());
        DrConfiguration target = done.target();
        List<String> plans = arguments.check
                ? DocumentSync.affected(PlanStore.get().current().configuration(), target)
                : List.of();
        checks.begin("sync-again", target, plans, told -> guarded(() -> lookedAgain(sync(), origin, done, told)));
    }

    private void lookedAgain(
            DocumentSync sync, SyncOrigin origin, DocumentSync.Done done, List<Map<String, Object>> told)
            throws IOException, InterruptedException {
        if (Jenkins.get().isTerminating()) {
            return; // begins anew after the restart
        }
        SyncProgress story = done.story();
        story.put(CHECKS, told);
        List<String> failed = SyncChecks.failures(told);
        if (!failed.isEmpty() || step.interruption() != null || !jobFollows(sync, story, done.target())) {
            failed.forEach(sync::say);
            step.remember(story);
            finish(sync, story);
            return;
        }
        sync.say(Messages.sync_goodNow(arguments.file));
        DocumentSync.Done applied = sync.run(origin, context.get(FilePath.class), true, true);
        if (applied.story().isOpen() && applied.target().equals(done.target())) {
            step.remember(applied.story());
            sync.say(applied.story().sentence());
            checked(sync, applied.story(), told); // of just what is stored now
        } else {
            goOn(sync, applied.story());
        }
    }

    private boolean jobFollows(DocumentSync sync, SyncProgress story, DrConfiguration target)
            throws IOException, InterruptedException {
        try {
            job().follow(target, story, true, sync);
            return true;
        } catch (IOException | RuntimeException e) {
            sync.say(Messages.sync_jobFailed(e.getMessage()));
            return false;
        }
    }

    private SyncedJob job() throws IOException, InterruptedException {
        return new SyncedJob(build().getParent(), arguments.job);
    }

    private void check(DocumentSync sync, SyncProgress story) throws IOException, InterruptedException {
        List<String> plans = arguments.check ? sync.affected(story) : List.of();
        if (!plans.isEmpty()) {
            sync.say(Messages.sync_checking(plans.size(), DocumentSync.listed(plans)));
        }
        checks.begin(
                "sync",
                PlanStore.get().current().configuration(),
                plans,
                told -> guarded(() -> checked(sync(), story, told)));
    }

    /** Every plan that changed could be drilled, or what was applied goes back. */
    private void checked(DocumentSync sync, SyncProgress story, List<Map<String, Object>> told)
            throws IOException, InterruptedException {
        if (Jenkins.get().isTerminating()) {
            return; // checks that cannot be made as Jenkins ends say nothing; they go on after the restart
        }
        story.put(CHECKS, told);
        List<String> failed = SyncChecks.failures(told);
        if (step.interruption() != null) {
            sync.undo(story, Messages.sync_aborted(), false);
        } else if (!failed.isEmpty()) {
            sync.undo(story, SyncChecks.inShort(failed), true);
        }
        finish(sync, story);
    }

    private void finish(DocumentSync sync, SyncProgress story) throws IOException, InterruptedException {
        if (story.isOpen() || story.isGood()) {
            followJob(sync, story);
        }
        if (story.isOpen()) {
            sync.confirm(story);
        }
        if (story.hasChanged() || !story.isGood()) {
            SyncedJob.followPlans(sync);
        }
        Throwable interruption = step.interruption();
        boolean fails = interruption == null && !story.isGood() && arguments.propagate;
        if (interruption != null || !fails && story.isRolledBack()) {
            sync.say(story.sentence());
        }
        step.end(() -> {
            if (interruption != null) {
                context.onFailure(interruption);
            } else if (fails) {
                context.onFailure(BuildConsole.abort(story.sentence()));
            } else {
                context.onSuccess(story.told());
            }
        });
    }

    /** The job of the build gets its triggers and parameters; where that fails, what was applied goes back. */
    private void followJob(DocumentSync sync, SyncProgress story) throws IOException, InterruptedException {
        boolean applies = story.mayApply() && !arguments.dryRun;
        try {
            job().follow(PlanStore.get().current().configuration(), story, applies, sync);
        } catch (IOException | RuntimeException e) {
            if (!story.isOpen()) {
                throw e;
            }
            sync.undo(story, Messages.sync_jobFailed(e.getMessage()), true);
        }
    }
}
