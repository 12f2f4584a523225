package io.jenkins.plugins.drs.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The servers of an execution, found by id, by wave and by stage without looking at all of them. The order within a stage
 * is that in which servers came into it.
 */
public final class ServerBook {
    private final Map<String, ServerState> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> byWave = new HashMap<>();
    private final Map<ServerGroup, Map<ServerStage, Integer>> counts = new HashMap<>();
    private final Map<String, Map<ServerStage, Integer>> countsOfWaves = new HashMap<>();
    private final Map<String, Integer> countsOfJobs = new HashMap<>();
    private final Lines<ServerStage, ServerState> byStage = new Lines<>();
    private final LaunchedServers launched = new LaunchedServers();
    private final Map<String, Long> numbers = new HashMap<>();
    private long moves;

    /** Adds a server that is not there yet. */
    void add(ServerState server) {
        if (byId.putIfAbsent(server.id(), server) == null) {
            byWave.computeIfAbsent(wave(server), wave -> new ArrayList<>()).add(server.id());
            numbers.put(server.id(), moves++);
            enter(server);
        }
    }

    void change(String id, UnaryOperator<ServerState> change) {
        ServerState before = byId.get(id);
        if (before == null) {
            return;
        }
        ServerState after = change.apply(before);
        byId.put(id, after);
        if (before.stage() != after.stage()) {
            leave(before);
            numbers.put(id, moves++);
            enter(after);
        } else {
            replace(before, after);
        }
    }

    private void enter(ServerState server) {
        long number = numbers.get(server.id());
        byStage.put(server.stage(), number, server);
        count(server, 1);
        if (server.stage() == ServerStage.LAUNCHED) {
            launched.enter(number, server);
        }
    }

    private void leave(ServerState server) {
        long number = numbers.get(server.id());
        byStage.remove(server.stage(), number);
        count(server, -1);
        if (server.stage() == ServerStage.LAUNCHED) {
            launched.leave(number, server);
        }
    }

    /** In the same stage and place. */
    private void replace(ServerState before, ServerState after) {
        long number = numbers.get(after.id());
        byStage.put(after.stage(), number, after);
        if (after.stage() == ServerStage.LAUNCHED) {
            launched.leave(number, before);
            launched.enter(number, after);
        }
    }

    private void count(ServerState server, int difference) {
        counts.computeIfAbsent(ServerGroup.of(server), group -> new EnumMap<>(ServerStage.class))
                .merge(server.stage(), difference, Integer::sum);
        countsOfWaves
                .computeIfAbsent(wave(server), wave -> new EnumMap<>(ServerStage.class))
                .merge(server.stage(), difference, Integer::sum);
        if (server.stage() == ServerStage.IN_JOB) {
            server.jobId().ifPresent(job -> countsOfJobs.merge(job, difference, ServerBook::sumOrNone));
        }
    }

    /** Zero is no entry, so that only jobs are there that servers wait for. */
    private static Integer sumOrNone(int one, int other) {
        return one + other == 0 ? null : Integer.valueOf(one + other);
    }

    private static String wave(ServerState server) {
        return server.selected().wave();
    }

    Collection<ServerState> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    Optional<ServerState> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<ServerState> ofWave(String wave) {
        return byWave.getOrDefault(wave, List.of()).stream().map(byId::get).toList();
    }

    Line<ServerState> inStage(ServerStage stage) {
        return byStage.of(stage);
    }

    /** Servers in {@link ServerStage#LAUNCHED}. */
    public LaunchedServers launched() {
        return launched;
    }

    int count(String wave, ServerStage stage) {
        return countsOfWaves.getOrDefault(wave, Map.of()).getOrDefault(stage, 0);
    }

    /** How many servers of a wave and target are in a stage. */
    public int count(ServerGroup group, ServerStage stage) {
        return counts.getOrDefault(group, Map.of()).getOrDefault(stage, 0);
    }

    /** Ids of jobs that servers in {@link ServerStage#IN_JOB} wait for. */
    public Collection<String> jobs() {
        return Collections.unmodifiableCollection(countsOfJobs.keySet());
    }

    /** Servers that are launched and being validated, by wave and target and in the order in which they were launched. */
    public static final class LaunchedServers {
        private final Lines<ServerGroup, ServerState> unknown = new Lines<>();
        private final Lines<ServerGroup, ServerState> described = new Lines<>();

        void enter(long number, ServerState server) {
            lines(server).put(ServerGroup.of(server), number, server);
        }

        void leave(long number, ServerState server) {
            lines(server).remove(ServerGroup.of(server), number);
        }

        private Lines<ServerGroup, ServerState> lines(ServerState server) {
            return server.ec2InstanceId().isEmpty() ? unknown : described;
        }

        /** All of them, in lines of the same wave and target, in no order of lines. */
        public Collection<Line<ServerState>> groups() {
            return Stream.of(unknown, described)
                    .flatMap(lines -> lines.all().stream())
                    .toList();
        }

        /** Those whose instance was not described yet; groups with the longest launched first. */
        public Map<ServerGroup, Line<ServerState>> unknown() {
            return unknown.inOrder();
        }

        /** Those whose instance was described; groups with the longest launched first. */
        public Map<ServerGroup, Line<ServerState>> described() {
            return described.inOrder();
        }
    }
}
