package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import io.jenkins.plugins.drs.engine.plan.Target;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The texts within events: all that may come from outside, as opposed to ids and names by which the engine finds things. */
public final class EventTexts {
    /** Components that name something of the plan or of AWS, or hold a word of AWS that the engine compares. */
    static final Set<String> NAMES = Set.of(
            ("effect service operation kind recoveryInstanceId recoveryInstanceIds sourceServerId sourceServerIds"
                            + " jobId executionId automationExecutionId terminationId launchId clientToken wave id busyServers tags"
                            + " planName configurationHash snapshotId ec2InstanceId accountId protectionGroup hostname step"
                            + " replicationState launchStatus status state instanceCheck systemCheck documentName parameters setting"
                            + " name startedBy host toolVersion versions")
                    .split(" "));

    private static final Set<Class<?>> WHOLE = Set.of(ActionRef.class, Target.class, DrConfiguration.class);
    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private record Shape(RecordComponent[] components, Constructor<?> constructor) {
        public Shape {
            Needed.value(components, "components");
            Needed.value(constructor, "constructor");
        }
    }

    private EventTexts() {}

    /** Returns the same event with {@code change} applied to its texts; the event itself where none of them changes. */
    public static ExecutionEvent changed(ExecutionEvent event, UnaryOperator<String> change) {
        return (ExecutionEvent) record(event, change);
    }

    /** Calls {@code consumer} with every text in a value that consists of records, lists and maps, names included. */
    public static void each(Object value, Consumer<String> consumer) {
        if (value instanceof String text) {
            consumer.accept(text);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> each(inner, consumer));
        } else if (value instanceof Iterable<?> several) {
            several.forEach(one -> each(one, consumer));
        } else if (value instanceof Map<?, ?> map) {
            each(map.keySet(), consumer);
            each(map.values(), consumer);
        } else if (value instanceof Record record) {
            for (RecordComponent component : shape(record.getClass()).components()) {
                each(read(component, record), consumer);
            }
        } else if (value != null) {
            consumer.accept(value.toString());
        }
    }

    private static Object changed(Object value, UnaryOperator<String> change) {
        if (value instanceof String text) {
            return change.apply(text);
        } else if (value instanceof Optional<?> optional) {
            return optional.map(inner -> changed(inner, change));
        } else if (value instanceof List<?> list) {
            return list.stream().map(one -> changed(one, change)).toList();
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, one) -> copy.put(changed(key, change), changed(one, change)));
            return copy;
        }
        return value instanceof Record record && !WHOLE.contains(record.getClass()) ? record(record, change) : value;
    }

    private static Object record(Object record, UnaryOperator<String> change) {
        Shape shape = shape(record.getClass());
        Object[] values = new Object[shape.components().length];
        boolean same = true;
        for (int index = 0; index < values.length; index++) {
            RecordComponent component = shape.components()[index];
            Object before = read(component, record);
            values[index] = NAMES.contains(component.getName()) ? before : changed(before, change);
            same &= values[index] == before || values[index] != null && values[index].equals(before);
        }
        return same ? record : make(shape, values);
    }

    private static Shape shape(Class<?> type) {
        return SHAPES.computeIfAbsent(type, EventTexts::shapeOf);
    }

    private static Shape shapeOf(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            Arrays.stream(components)
                    .forEach(component -> component.getAccessor().setAccessible(true));
            return new Shape(components, constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has its constructor: " + type, e);
        }
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Component " + component + " cannot be read", e);
        }
    }

    private static Object make(Shape shape, Object[] values) {
        try {
            return shape.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("An event without secrets cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("An event without secrets cannot be made", e);
        }
    }
}
