package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Servers whose instance was described and whose snapshot is not known yet, in the order of their description. */
final class SnapshotsDue {
    private final Map<Target, Line<Due>> byTarget = new HashMap<>();
    private final Map<String, Due> byServer = new HashMap<>();
    private long described;

    private record Due(long number, String serverId, Target target) {}

    void add(ServerState server) {
        if (!byServer.containsKey(server.id())) {
            Due due = new Due(described++, server.id(), server.target());
            byServer.put(server.id(), due);
            byTarget.computeIfAbsent(due.target(), target -> new Line<>()).put(due.number(), due);
        }
    }

    void remove(String serverId) {
        Due due = byServer.remove(serverId);
        if (due != null) {
            byTarget.get(due.target()).remove(due.number());
        }
    }

    /**
     * At most so many of each target, in the order of their description.
     *
     * @param wanted what is wanted of a server; what is empty is passed over and does not count
     */
    <T> List<T> first(int most, Function<String, Optional<T>> wanted) {
        SortedMap<Long, T> found = new TreeMap<>();
        for (Line<Due> line : byTarget.values()) {
            int taken = 0;
            for (Iterator<Due> rest = line.iterator(); taken < most && rest.hasNext(); ) {
                Due due = rest.next();
                Optional<T> one = wanted.apply(due.serverId());
                one.ifPresent(it -> found.put(due.number(), it));
                taken += one.isPresent() ? 1 : 0;
            }
        }
        return List.copyOf(found.values());
    }
}
