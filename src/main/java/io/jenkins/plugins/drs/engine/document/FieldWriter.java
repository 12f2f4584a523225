package io.jenkins.plugins.drs.engine.document;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes the fields of one object as plain values; members keep the order in which they were written. */
final class FieldWriter implements Fields {
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Set<String> inner = new LinkedHashSet<>();

    Map<String, Object> members() {
        return members;
    }

    private <T> T put(String name, T value) {
        members.put(name, value);
        return value;
    }

    private <T> Optional<T> putPresent(String name, Optional<T> value) {
        value.ifPresent(present -> members.put(name, present));
        return value;
    }

    private <T extends Collection<?>> T putFilled(String name, T list) {
        return list.isEmpty() ? list : put(name, list);
    }

    @Override
    public String text(String name, String it) {
        return put(name, it);
    }

    @Override
    public String filledText(String name, String it) {
        return it.isEmpty() ? it : put(name, it);
    }

    @Override
    public Optional<String> text(String name, Optional<String> it) {
        return putPresent(name, it);
    }

    @Override
    public String accountId(String name, String it) {
        return put(name, it);
    }

    @Override
    public Optional<String> accountId(String name, Optional<String> it) {
        return putPresent(name, it);
    }

    @Override
    public boolean flag(String name, boolean it) {
        return put(name, it);
    }

    @Override
    public Optional<Boolean> flag(String name, Optional<Boolean> it) {
        return putPresent(name, it);
    }

    /** Whole seconds as a number; anything finer, which validation refuses, as it is. */
    @Override
    public Duration seconds(String name, Duration it) {
        put(name, it.getNano() == 0 ? (Object) it.getSeconds() : it.toString());
        return it;
    }

    @Override
    public Optional<Duration> duration(String name, Optional<Duration> it) {
        putPresent(name, it.map(Duration::toString));
        return it;
    }

    @Override
    public <E extends Enum<E>> E choice(String name, E it) {
        put(name, Scalars.word(it));
        return it;
    }

    @Override
    public <E extends Enum<E>> Optional<E> choice(String name, Optional<E> it, Class<E> type) {
        putPresent(name, it.map(Scalars::word));
        return it;
    }

    @Override
    public List<String> texts(String name, List<String> it) {
        return putFilled(name, it);
    }

    @Override
    public Optional<List<String>> texts(String name, Optional<List<String>> it) {
        return putPresent(name, it);
    }

    @Override
    public List<String> texts(String nameOfOne, String name, List<String> it) {
        put(it.size() == 1 ? nameOfOne : name, it.size() == 1 ? it.get(0) : it);
        return it;
    }

    @Override
    public Map<String, String> textMap(String name, Map<String, String> it) {
        return it.isEmpty() ? it : put(name, it);
    }

    /** A list of one is written as its value, which reads back as a list of one. */
    @Override
    public Map<String, List<String>> textListMap(String name, Map<String, List<String>> it) {
        Map<String, Object> lists = new LinkedHashMap<>();
        it.forEach((key, values) -> lists.put(key, values.size() == 1 ? values.get(0) : values));
        if (!lists.isEmpty()) {
            put(name, lists);
        }
        return it;
    }

    /** Whether the object is empty is known when its unknown fields are. */
    @Override
    public <T> T object(String name, T it, ObjectFields<T> fields) {
        inner.add(name);
        put(name, fields.write(it));
        return it;
    }

    @Override
    public <T> List<T> objects(String name, List<T> it, ObjectFields<T> fields) {
        put(name, it.stream().map(fields::write).toList());
        return it;
    }

    @Override
    public <T> List<T> filledObjects(String name, List<T> it, ObjectFields<T> fields) {
        return it.isEmpty() ? it : objects(name, it, fields);
    }

    @Override
    public <T> Map<String, T> objectsById(
            String name, Map<String, T> it, ObjectFields<T> fields, String idName, Function<T, String> id) {
        inner.add(name);
        filledObjects(name, List.copyOf(it.values()), fields);
        return it;
    }

    @Override
    public void keep(String name) {
        // is among the unknown fields
    }

    @Override
    public void error(String name, String message, String remedy) {
        // concerns what is read
    }

    @Override
    public Map<String, Object> unknown(Map<String, Object> it) {
        Map<String, Object> rest = new LinkedHashMap<>(it);
        for (String name : inner) {
            complete(name, rest.remove(name));
        }
        rest.forEach(members::putIfAbsent);
        return it;
    }

    @SuppressWarnings("unchecked") // an inner object is what this class wrote
    private void complete(String name, Object unknown) {
        if (members.get(name) instanceof Map<?, ?> object) {
            if (unknown instanceof Map<?, ?> further) {
                further.forEach(((Map<Object, Object>) object)::putIfAbsent);
            }
            if (object.isEmpty()) {
                members.remove(name);
            }
        }
    }
}
