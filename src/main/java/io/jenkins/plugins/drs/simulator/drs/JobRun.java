package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.environment.Timing;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobEntry;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.Job.JobLogItem;
import io.jenkins.plugins.drs.simulator.state.Region;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Walks a job from the queue to its end, which comes when all of its servers have ended. */
final class JobRun {
    private final Region region;
    private final Job job;
    private int unfinished;

    JobRun(Region region, Job job) {
        this.region = region;
        this.job = job;
        this.unfinished = job.participants().size();
    }

    /**
     * Queues the job.
     *
     * @param begin what is done with each participant when the job starts
     */
    void queue(Consumer<Job.Participant> begin) {
        Timing timing = region.world().environment().timing();
        ActiveJobs.add(region, job);
        after(Duration.ofMillis(Math.round(timing.jobPending() * 1000)), () -> {
            job.start();
            log("JOB_START", null, null);
            job.participants().forEach(begin);
        });
    }

    /** One participant has ended, well or badly. */
    void finished() {
        unfinished--;
        if (unfinished == 0) {
            log("JOB_END", null, null);
            job.complete(region.world().now());
            record();
        }
    }

    private void record() {
        List<String> servers =
                job.participants().stream().map(Job.Participant::sourceServerId).toList();
        region.world()
                .ledger()
                .add(new JobEntry(
                        job.created(),
                        region.world().now(),
                        region.accountId(),
                        region.name(),
                        job.id(),
                        job.purpose().type(),
                        servers));
    }

    /** Enters the next step. */
    void after(Duration wait, Runnable step) {
        region.world().agenda().at(region.world().now().plus(wait), step);
    }

    void log(String event, String serverId, String rawError) {
        job.log(new JobLogItem(region.world().now(), event, serverId, null, null, rawError));
    }

    void log(String event, String serverId, String conversionServerId, String targetInstanceId) {
        job.log(new JobLogItem(region.world().now(), event, serverId, conversionServerId, targetInstanceId, null));
    }

    Region region() {
        return region;
    }

    Job job() {
        return job;
    }
}
