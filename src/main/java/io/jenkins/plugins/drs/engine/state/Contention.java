package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.event.LaunchEvent.ServersTaken;
import io.jenkins.plugins.drs.engine.event.LaunchEvent.UnknownJobSeen;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What others launch that concerns an execution: its servers, or jobs under its name. */
public final class Contention {
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
