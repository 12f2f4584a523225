package io.jenkins.plugins.drs.engine.state;

import io.jenkins.plugins.drs.engine.plan.Target;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The instances that an execution answers for, found by target and stage; always in the order in which they became known. */
public final class InstanceBook {
    private final Map<String, InstanceState> byId = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Lines<Place, InstanceState> byPlace = new Lines<>();
    private final SortedSet<Target> targets = new TreeSet<>();

    private record Place(Target target, InstanceStage stage) {
        static Place of(InstanceState instance) {
            return new Place(instance.target(), instance.stage());
        }
    }

    /** Adds an instance that is not there yet. */
    void enter(InstanceState instance) {
        if (byId.putIfAbsent(instance.id(), instance) == null) {
            numbers.put(instance.id(), (long) numbers.size());
            targets.add(instance.target());
            byPlace.put(Place.of(instance), numbers.get(instance.id()), instance);
        }
    }

    void change(String id, UnaryOperator<InstanceState> change) {
        InstanceState before = byId.get(id);
        if (before != null) {
            InstanceState after = change.apply(before);
            byId.put(id, after);
            byPlace.remove(Place.of(before), numbers.get(id));
            byPlace.put(Place.of(after), numbers.get(id), after);
        }
    }

    Optional<InstanceState> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<InstanceState> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Instances of a target in a stage. */
    public Line<InstanceState> in(Target target, InstanceStage stage) {
        return byPlace.of(new Place(target, stage));
    }

    /** Targets in which there were any, those included that are gone. */
    public SortedSet<Target> targets() {
        return Collections.unmodifiableSortedSet(targets);
    }
}
