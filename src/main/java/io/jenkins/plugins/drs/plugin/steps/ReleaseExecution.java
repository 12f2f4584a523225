package io.jenkins.plugins.drs.plugin.steps;

import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.drs.engine.result.DrillResult;
import io.jenkins.plugins.drs.engine.result.WaveResult;
import io.jenkins.plugins.drs.plugin.run.BuildConsole;
import io.jenkins.plugins.drs.plugin.run.BuildSide;
import io.jenkins.plugins.drs.plugin.run.DrillCallback;
import io.jenkins.plugins.drs.plugin.run.DrillHandle;
import io.jenkins.plugins.drs.plugin.run.DrillHost;
import io.jenkins.plugins.drs.plugin.run.DrillIndex;
import io.jenkins.plugins.drs.plugin.run.ExecutionView;
import io.jenkins.plugins.drs.plugin.run.HostEndedException;
import io.jenkins.plugins.drs.plugin.run.ResultTree;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Lets one wave of the drill around it start, and waits for its end. */
final class ReleaseExecution extends StepExecution implements DrillCallback {
    private static final long serialVersionUID = 1L;

    private final String executionId;
    private final String wave;
    private final Outcome outcome;
    private transient volatile boolean done;

    ReleaseExecution(StepContext context, String executionId, String wave, Outcome outcome) {
        super(context);
        this.executionId = executionId;
        this.wave = wave;
        this.outcome = outcome;
    }

    @Override
    public boolean start() {
        Computer.threadPoolForRemoting.execute(this::release);
        return false;
    }

    @Override
    public void onResume() {
        Computer.threadPoolForRemoting.execute(this::release);
    }

    /** Safe to repeat: a wave that was released is released. */
    private void release() {
        try {
            Run<?, ?> build = getContext().get(Run.class);
            BuildEnvironment environment = new BuildEnvironment(getContext());
            BuildSide side = BuildSide.of(
                    build, environment, environment::masked, getContext().get(TaskListener.class));
            DrillHandle drill = DrillHost.get().listen(executionId, side, this);
            DrillResult result = DrillIndex.get()
                    .find(executionId)
                    .flatMap(ExecutionView::result)
                    .orElseThrow();
            Optional<String> name = waveName(result);
            if (name.isPresent()) {
                drill.release(name.get(), "the pipeline");
            } else {
                finish(() -> getContext().onFailure(unknown(result)));
            }
        } catch (HostEndedException e) {
            done = false; // the next start of Jenkins resumes the step
        } catch (IOException | RuntimeException e) {
            finish(() -> getContext().onFailure(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finish(() -> getContext().onFailure(e));
        }
    }

    /** The wave's name as the plan writes it; empty when it has none of that name. */
    private Optional<String> waveName(DrillResult result) {
        return result.waveResults().stream()
                .map(WaveResult::waveName)
                .filter(wave::equalsIgnoreCase)
                .findFirst();
    }

    private AbortException unknown(DrillResult result) {
        return BuildConsole.abort(Messages.wave_unknown(
                result.run().planName(),
                wave,
                result.waveResults().stream().map(WaveResult::waveName).collect(Collectors.joining(", "))));
    }

    private synchronized void finish(Runnable telling) {
        if (!done) {
            done = true;
            telling.run();
        }
    }

    @Override
    public void waveEnded(String ended, DrillResult result) {
        if (ended.equalsIgnoreCase(wave)) {
            result.wave(ended).ifPresent(it -> finish(() -> complete(result, it)));
        }
    }

    @Override
    public void finished(DrillResult result) {
        waveName(result).ifPresent(name -> waveEnded(name, result));
        finish(() -> getContext().onFailure(BuildConsole.abort(HostedExecution.sentence(result))));
    }

    @Override
    public void broken(Throwable problem) {
        finish(() -> getContext().onFailure(problem));
    }

    private void complete(DrillResult result, WaveResult ended) {
        Object told = ResultTree.wave(result, ended);
        String message = Messages.wave_ended(
                ended.waveName(),
                ended.status(),
                ended.progress().reason().map(reason -> ": " + reason).orElse("."));
        switch (ended.status()) {
            case COMPLETED -> getContext().onSuccess(told);
            case PARTIAL -> outcome.partial(getContext(), told, message);
            default -> outcome.failed(getContext(), told, message);
        }
    }

    /** The block ends, and with it the drill, which cleans up. */
    @Override
    public void stop(Throwable cause) {
        finish(() -> getContext().onFailure(cause));
    }

    @Override
    public String getStatus() {
        return Messages.status_wave(wave, executionId);
    }
}
