package io.jenkins.plugins.drs.engine.execution.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An execution's part in {@link SharedJobPoller}: what it watches, and what it was told and has not taken yet. */
public final class Subscription {
    private final Runnable wake;
    private final Map<String, JobPoll> news = new LinkedHashMap<>();
    private volatile Map<String, Set<String>> watched = Map.of();
    private volatile Set<String> awaitingRoom = Set.of();
    private volatile String execution = "";
    private volatile boolean goesOn;

    Subscription(Runnable wake) {
        this.wake = wake;
    }

    String execution() {
        return execution;
    }

    /**
     * Says what it wants to be told.
     *
     * @param id of the execution
     * @param jobs ids of its running jobs, by place
     * @param room places in which it waits for room within the limits
     */
    public void wants(String id, Map<String, Set<String>> jobs, Set<String> room) {
        if (execution.isEmpty()) {
            goesOn = !jobs.isEmpty();
        }
        execution = id;
        watched = Map.copyOf(jobs);
        awaitingRoom = Set.copyOf(room);
    }

    /** Whether it had running jobs from the beginning: it was interrupted, and perhaps others were with it. */
    boolean goesOn() {
        return goesOn;
    }

    Set<String> watched(String place) {
        return watched.getOrDefault(place, Set.of());
    }

    boolean isConcernedBy(JobPoll look) {
        Set<String> jobs = watched(look.place());
        boolean watches = !jobs.isEmpty() && look.jobs().keySet().containsAll(jobs);
        return watches || look.complete() && awaitingRoom.contains(look.place());
    }

    /** Only the newest of each kind is kept. */
    void tell(JobPoll look) {
        synchronized (news) {
            news.put(look.place() + "/" + look.complete(), look);
        }
        wake.run();
    }

    /** What it was told since it asked last. */
    public List<JobPoll> take() {
        synchronized (news) {
            List<JobPoll> taken = new ArrayList<>(news.values());
            news.clear();
            return taken;
        }
    }
}
