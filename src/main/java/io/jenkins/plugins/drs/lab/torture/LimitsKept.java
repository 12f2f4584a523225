package io.jenkins.plugins.drs.lab.torture;

import io.jenkins.plugins.drs.engine.quota.QuotaLimits;
import io.jenkins.plugins.drs.lab.torture.Promises.Broken;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobStart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Promise 4: the limits of an account and Region are never passed by us, and a plan larger than they are still runs. */
final class LimitsKept implements Promises.Promise {
    /** A job of others that begins while ours is being started cannot be known of. */
    private static final Duration UNKNOWABLE = Duration.ofSeconds(75);

    @Override
    public List<Broken> broken(Outcome outcome) {
        List<Broken> broken = new ArrayList<>();
        for (JobStart job : outcome.record().jobStarts()) {
            if (!isOthers(job)) {
                check(outcome, job, broken);
            }
        }
        if (outcome.scenario().mustComplete() && !outcome.ending().how().startsWith("COMPLETED")) {
            broken.add(new Broken(
                    4,
                    "Nothing but time was in its way, but it ended "
                            + outcome.ending().how()));
        }
        return broken;
    }

    private static void check(Outcome outcome, JobStart job, List<Broken> broken) {
        QuotaLimits limits = outcome.scenario().limits();
        int surpriseJobs = 0;
        int surpriseServers = 0;
        for (JobStart other : outcome.record().jobStarts()) {
            if (isOthers(other) && isSurprise(other, job)) {
                surpriseJobs++;
                surpriseServers += other.sourceServerIds().size();
            }
        }
        boolean kept = job.sourceServerIds().size() <= limits.serversPerJob()
                && job.activeJobs() <= limits.concurrentJobs() + surpriseJobs
                && job.activeServers() <= limits.serversInAllJobs() + surpriseServers;
        if (!kept) {
            broken.add(new Broken(
                    4,
                    "With job " + job.jobId() + " of " + job.sourceServerIds().size() + " servers, " + job.activeJobs()
                            + " jobs with " + job.activeServers() + " servers were active, beyond " + limits));
        }
    }

    private static boolean isOthers(JobStart job) {
        return job.tags().containsKey("Owner");
    }

    private static boolean isSurprise(JobStart other, JobStart job) {
        Instant began = other.time();
        boolean there = other.account().equals(job.account()) && other.region().equals(job.region());
        return there && !began.isAfter(job.time()) && began.isAfter(job.time().minus(UNKNOWABLE));
    }
}
