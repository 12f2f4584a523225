package io.jenkins.plugins.drs.plugin.steps;

import hudson.EnvVars;
import hudson.model.AbstractBuild;
import hudson.model.BuildListener;
import hudson.model.Project;
import hudson.model.Result;
import hudson.tasks.Builder;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.BuildSide;
import io.jenkins.plugins.drs.plugin.run.DrillCallback;
import io.jenkins.plugins.drs.plugin.run.DrillHandle;
import io.jenkins.plugins.drs.plugin.run.DrillHost;
import io.jenkins.plugins.drs.plugin.run.DrillRequest;
import io.jenkins.plugins.drs.plugin.steps.BuildEnvironment.BuildMasks;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jenkins.model.queue.ItemDeletion;

/** Runs a drill while the thread of a build waits. An interruption cancels it, a second one ends it at once. */
final class BlockingDrill implements DrillCallback {
    private static final int SECONDS_AFTER_STOP = 20;

    private final AbstractBuild<?, ?> build;
    private final BuildListener log;
    private final CompletableFuture<DrillResult> result = new CompletableFuture<>();

    BlockingDrill(AbstractBuild<?, ?> build, BuildListener log) {
        this.build = build;
        this.log = log;
    }

    /** The place of a build step among its job's, so that each has an execution of its own. */
    static int number(AbstractBuild<?, ?> build, Builder builder) {
        return build.getProject() instanceof Project<?, ?> project
                ? project.getBuilders().indexOf(builder)
                : 0;
    }

    DrillResult run(DrillRequest request) throws IOException, InterruptedException {
        EnvVars environment = build.getEnvironment(log);
        DrillHandle drill = DrillHost.get()
                .start(
                        request,
                        BuildSide.of(build, () -> environment, () -> BuildMasks.of(build, environment), log),
                        this);
        try {
            return await();
        } catch (InterruptedException first) {
            drill.cancel("Jenkins", Messages.cancelled_aborted());
            if (ItemDeletion.contains(build.getProject())) {
                throw first;
            }
            say(Messages.console_aborted());
            return awaitCleanup(drill);
        }
    }

    private DrillResult awaitCleanup(DrillHandle drill) throws IOException, InterruptedException {
        try {
            DrillResult ended = await();
            build.setResult(Result.ABORTED);
            return ended;
        } catch (InterruptedException second) {
            say(Messages.console_abortedAgain());
            drill.stop("Jenkins");
            try {
                result.get(SECONDS_AFTER_STOP, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw BuildConsole.abort(Messages.drill_notEnded(e.getMessage()));
            }
            throw second;
        }
    }

    private DrillResult await() throws IOException, InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void say(String line) {
        BuildConsole.print(log, line);
    }

    @Override
    public void finished(DrillResult ended) {
        result.complete(ended);
    }

    @Override
    public void broken(Throwable problem) {
        result.completeExceptionally(problem);
    }
}
