package io.jenkins.plugins.drs.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The servers of an execution, found by id, by wave and by stage without looking at all of them. */
final class ServerBook {
    private final Map<String, ServerState> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> byWave = new HashMap<>();
    private final Map<String, Map<ServerStage, Integer>> counts = new HashMap<>();
    private final Map<ServerStage, Set<String>> byStage = new EnumMap<>(ServerStage.class);

    ServerBook() {
        for (ServerStage stage : ServerStage.values()) {
            byStage.put(stage, new LinkedHashSet<>());
        }
    }

    /** Adds a server that is not there yet. */
    void add(ServerState server) {
        if (byId.putIfAbsent(server.id(), server) == null) {
            byWave.computeIfAbsent(wave(server), wave -> new ArrayList<>()).add(server.id());
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
            byStage.get(before.stage()).remove(id);
            counts.get(wave(before)).merge(before.stage(), -1, Integer::sum);
            enter(after);
        }
    }

    private void enter(ServerState server) {
        byStage.get(server.stage()).add(server.id());
        counts.computeIfAbsent(wave(server), wave -> new EnumMap<>(ServerStage.class))
                .merge(server.stage(), 1, Integer::sum);
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

    List<ServerState> inStage(ServerStage stage) {
        return byStage.get(stage).stream().map(byId::get).toList();
    }

    int count(String wave, ServerStage stage) {
        return counts.getOrDefault(wave, Map.of()).getOrDefault(stage, 0);
    }
}
