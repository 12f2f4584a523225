package io.jenkins.plugins.drs.engine.event;

import io.jenkins.plugins.drs.engine.document.DocumentReader;
import io.jenkins.plugins.drs.engine.plan.DrConfiguration;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an instance of any record out of samples for its components. */
final class Samples {
    private final boolean full;

    private Samples(boolean full) {
        this.full = full;
    }

    /** Every optional is present and every collection has an element. */
    static Object full(Class<?> type) {
        return new Samples(true).of(type);
    }

    /** Every optional and every collection is empty. */
    static Object sparse(Class<?> type) {
        return new Samples(false).of(type);
    }

    private Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain == DrConfiguration.class) {
            return full ? everything() : DrConfiguration.EMPTY;
        }
        if (plain.isRecord()) {
            return ofRecord(plain);
        }
        return plain.isEnum() ? plain.getEnumConstants()[0] : ofValue(plain);
    }

    /** Written as a document, so it has to be one. */
    private static DrConfiguration everything() {
        return DocumentReader.read(Path.of("src/test/resources/documents/everything.yaml"))
                .configuration()
                .orElseThrow();
    }

    private Object ofGeneric(Class<?> raw, Type[] arguments) {
        if (raw == Optional.class) {
            return full ? Optional.of(of(arguments[0])) : Optional.empty();
        }
        if (raw == List.class) {
            return full ? List.of(of(arguments[0])) : List.of();
        }
        if (raw == Map.class) {
            return full ? Map.of(of(arguments[0]), of(arguments[1])) : Map.of();
        }
        throw new IllegalArgumentException("Expected a kind of value that events hold, but got " + raw);
    }

    private static Object ofValue(Class<?> type) {
        if (type == String.class || type == Object.class) {
            return "text \"with\" späth\n";
        }
        if (type == Instant.class) {
            return Instant.parse("2026-01-05T03:00:00.123456789Z");
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(3661, 5_000_000);
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class) {
            return 7;
        }
        if (type == long.class || type == Long.class) {
            return 7_000_000_000L;
        }
        throw new IllegalArgumentException("Expected a kind of value that events hold, but got " + type);
    }

    private Object ofRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> of(component.getGenericType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName(), e);
        }
    }
}
