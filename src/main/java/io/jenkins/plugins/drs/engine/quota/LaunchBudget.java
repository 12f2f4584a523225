package io.jenkins.plugins.drs.engine.quota;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** How many source servers a job can have at most. */
    public int serversPerJob() {
        return limits.serversPerJob();
    }

    /**
     * Packs servers of several waves into jobs, fair between the waves: whoever has the fewest servers in jobs comes
     * next. A job is smaller than it could be only when nothing of ours runs that will make room for a full one.
     *
     * @param ready ids of servers that may be launched, by wave and in plan order
     * @param running how many servers of each wave are in jobs already; a wave that has none may be missing
     * @param inFlight what the account runs already, the jobs in {@code running} included
     * @return the jobs to start now, in order; empty means to wait for running jobs and is no error
     */
    public <W, T> List<WaveJob<W, T>> share(Map<W, List<T>> ready, Map<W, Integer> running, InFlight inFlight) {
        Map<W, List<T>> waiting = new LinkedHashMap<>(ready);
        waiting.values().removeIf(List::isEmpty);
        Map<W, Integer> servers = new HashMap<>(running);
        boolean willMakeRoom = running.values().stream().anyMatch(count -> count > 0);
        InFlight taken = inFlight;
        List<WaveJob<W, T>> jobs = new ArrayList<>();
        while (!waiting.isEmpty() && taken.jobs() < limits.concurrentJobs()) {
            W next = Collections.min(waiting.keySet(), Comparator.comparing(wave -> servers.getOrDefault(wave, 0)));
            List<T> rest = waiting.get(next);
            int wanted = Math.min(rest.size(), limits.serversPerJob());
            int free = limits.serversInAllJobs() - taken.servers();
            int size = Math.min(wanted, free);
            if (size <= 0 || size < wanted && (willMakeRoom || !jobs.isEmpty())) {
                break;
            }
            jobs.add(new WaveJob<>(next, List.copyOf(rest.subList(0, size))));
            taken = taken.plus(new InFlight(1, size));
            servers.merge(next, size, Integer::sum);
            waiting.put(next, rest.subList(size, rest.size()));
            waiting.values().removeIf(List::isEmpty);
        }
        return List.copyOf(jobs);
    }

    /** One job: servers of one wave. */
    public record WaveJob<W, T>(W wave, List<T> servers) {}

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
