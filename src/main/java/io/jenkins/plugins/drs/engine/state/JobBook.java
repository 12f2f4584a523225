package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServersTaken;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.UnknownJobSeen;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The jobs of an execution, found without looking at those that are over; always in the order in which they became known. */
public final class JobBook {
    private final Map<String, JobState> byId = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Lines<Target, JobState> runningIn = new Lines<>();
    private final Line<JobState> running = new Line<>();
    private final Line<JobState> withoutLog = new Line<>();
    private final Contention contention = new Contention();

    void put(JobState job) {
        JobState before = byId.put(job.jobId(), job);
        long number = numbers.computeIfAbsent(job.jobId(), id -> (long) numbers.size());
        if (before != null) {
            leave(number, before);
        }
        enter(number, job);
    }

    void change(String id, UnaryOperator<JobState> change) {
        JobState job = byId.get(id);
        if (job != null) {
            put(change.apply(job));
        }
    }

    private void enter(long number, JobState job) {
        if (!job.isCompleted()) {
            running.put(number, job);
            runningIn.put(job.target(), number, job);
        } else if (job.isLogDue()) {
            withoutLog.put(number, job);
        }
    }

    private void leave(long number, JobState job) {
        running.remove(number);
        runningIn.remove(job.target(), number);
        withoutLog.remove(number);
    }

    Optional<JobState> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<JobState> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    /** Those that have not ended. */
    public Line<JobState> running() {
        return running;
    }

    /** Those of a target that have not ended. */
    public Line<JobState> running(Target target) {
        return runningIn.of(target);
    }

    /** Those that have ended and whose log has still to be read. */
    public Line<JobState> withoutLog() {
        return withoutLog;
    }

    /** What jobs of others concern this execution. */
    public Contention contention() {
        return contention;
    }

    /** What others launch that concerns an execution: its servers, or jobs under its name. */
    public static final class Contention {
        private final Map<String, UnknownJobSeen> unknownJobs = new LinkedHashMap<>();
        private final Map<String, ServersTaken> takenServers = new LinkedHashMap<>();
        private final Set<String> jobs = new HashSet<>();

        void saw(UnknownJobSeen event) {
            unknownJobs.put(event.jobId(), event);
            jobs.add(event.jobId());
        }

        void saw(ServersTaken event) {
            event.sourceServerIds().forEach(id -> takenServers.put(id, event));
            jobs.add(event.jobId());
        }

        /** Jobs that have the execution's tag and were not in its journal when they were seen. */
        public Collection<UnknownJobSeen> unknownJobs() {
            return Collections.unmodifiableCollection(unknownJobs.values());
        }

        /** What another execution launches of this one's servers, by server. */
        public Map<String, ServersTaken> takenServers() {
            return Collections.unmodifiableMap(takenServers);
        }

        /** Ids of all these jobs. */
        public Set<String> jobs() {
            return Collections.unmodifiableSet(jobs);
        }
    }
}
