package io.jenkins.plugins.drs.engine.quota;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides which recovery jobs may start now without passing the account's limits.
 *
 * <p>Pure: no clock and no AWS call; the same arguments give the same answer.
 */
public final class LaunchBudget {
    private final QuotaLimits limits;

    public LaunchBudget(QuotaLimits limits) {
        this.limits = limits;
    }

    /**
     * Packs servers into jobs, first come first served.
     *
     * @param ready ids of servers that may be launched, in plan order; may be empty
     * @param inFlight what the account runs already
     * @return the servers of each job to start now; empty means to wait for running jobs and is no error
     */
    public <T> List<List<T>> nextJobs(List<T> ready, InFlight inFlight) {
        int freeJobs = limits.concurrentJobs() - inFlight.jobs();
        int freeServers = Math.min(ready.size(), limits.serversInAllJobs() - inFlight.servers());
        List<List<T>> jobs = new ArrayList<>();
        for (int from = 0; from < freeServers && jobs.size() < freeJobs; from += limits.serversPerJob()) {
            int to = Math.min(from + limits.serversPerJob(), freeServers);
            jobs.add(List.copyOf(ready.subList(from, to)));
        }
        return List.copyOf(jobs);
    }
}
