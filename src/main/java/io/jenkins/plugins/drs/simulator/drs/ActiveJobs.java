package io.jenkins.plugins.drs.simulator.drs;

import io.jenkins.plugins.drs.simulator.environment.Environment.Quotas;
import io.jenkins.plugins.drs.simulator.ledger.SimulatorRecord.JobStart;
import io.jenkins.plugins.drs.simulator.state.Job;
import io.jenkins.plugins.drs.simulator.state.Region;
import io.jenkins.plugins.drs.simulator.wire.AwsError;
import java.util.List;

/** Jobs in progress in a Region, and whether the quotas let another one in. */
final class ActiveJobs {
    private final Region region;
    private final List<Job> active;

    ActiveJobs(Region region) {
        this.region = region;
        this.active = region.jobs().values().stream().filter(Job::isActive).toList();
    }

    /**
     * Lets a job for these servers in.
     *
     * @throws AwsError if a server is in a job already, or a quota would be passed
     */
    void admit(List<String> servers) {
        Quotas quotas = region.world().environment().quotas();
        for (String server : servers) {
            if (jobsOf(server) >= quotas.jobsPerServer()) {
                throw DrsErrors.serverBusy(server);
            }
        }
        if (quotas.enforced()) {
            admit(quotas, servers);
        }
    }

    private void admit(Quotas quotas, List<String> servers) {
        if (servers.size() > quotas.serversPerJob()) {
            throw DrsErrors.overQuota(
                    "L-B827C881", "Max source servers in a single Job: " + quotas.serversPerJob(), "Job", "new");
        }
        if (active.size() >= quotas.concurrentJobs()) {
            throw DrsErrors.overQuota(
                    "L-D88FAC3A", "Concurrent jobs in progress: " + quotas.concurrentJobs(), "Job", "new");
        }
        if (servers() + servers.size() > quotas.serversInAllJobs()) {
            throw DrsErrors.overQuota(
                    "L-05AFA8C6", "Max source servers in all Jobs: " + quotas.serversInAllJobs(), "Job", "new");
        }
    }

    /** Adds a job and notes the peak. */
    static void add(Region region, Job job) {
        region.jobs().put(job.id(), job);
        ActiveJobs now = new ActiveJobs(region);
        region.world()
                .ledger()
                .add(new JobStart(
                        region.world().now(),
                        region.accountId(),
                        region.name(),
                        job.id(),
                        job.purpose().name(),
                        job.participants().stream()
                                .map(Job.Participant::sourceServerId)
                                .toList(),
                        job.tags(),
                        now.active.size(),
                        now.servers()));
    }

    private int servers() {
        return active.stream().mapToInt(job -> job.participants().size()).sum();
    }

    private long jobsOf(String server) {
        return active.stream()
                .filter(job -> job.participant(server).isPresent())
                .count();
    }
}
