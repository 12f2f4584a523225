package io.jenkins.plugins.drs.engine.execution.launch;

import io.jenkins.plugins.drs.engine.aws.AwsAccess;
import io.jenkins.plugins.drs.engine.aws.AwsFailure;
import io.jenkins.plugins.drs.engine.event.ExecutionEvent;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogCollected;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.JobLogLine;
import io.jenkins.plugins.drs.engine.execution.core.Effect;
import io.jenkins.plugins.drs.engine.execution.core.PacedCall;
import io.jenkins.plugins.drs.engine.state.JobState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the log of a job that has ended. A drill goes on without it: it explains, and decides nothing. */
final class CollectJobLog implements Effect {
    private final JobState job;

    CollectJobLog(JobState job) {
        this.job = job;
    }

    @Override
    public Collection<String> about() {
        return List.of(job.jobId());
    }

    @Override
    public String key() {
        return "log/" + job.jobId();
    }

    @Override
    public Optional<PacedCall> call() {
        return Optional.of(new PacedCall(job.target(), "drs:DescribeJobLogItems"));
    }

    @Override
    public List<ExecutionEvent> perform(AwsAccess aws) {
        List<JobLogLine> lines = aws.drs(job.target()).jobLog(job.jobId()).stream()
                .map(entry -> new JobLogLine(entry.at(), entry.event(), entry.sourceServerId(), entry.rawError()))
                .toList();
        return List.of(new JobLogCollected(job.jobId(), lines));
    }

    @Override
    public int attempts() {
        return 6;
    }

    @Override
    public List<ExecutionEvent> refused(AwsFailure failure) {
        return List.of(new JobLogCollected(job.jobId(), List.of()));
    }
}
