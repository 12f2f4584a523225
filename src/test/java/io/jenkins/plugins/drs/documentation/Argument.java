package io.jenkins.plugins.drs.documentation;

import java.util.Optional;

/**
 * What a step takes.
 *
 * @param type which it binds to; {@code Object} takes anything
 * @param values tells what is wrong with a value of the right type; empty when nothing is
 */
record Argument(String name, Class<?> type, Need need, Values values) {
    /** Whether it may be left out. */
    enum Need {
        MANDATORY,
        /** May be left out, and may stand without its name. */
        MAIN,
        OPTIONAL
    }

    /** Looks at a value. */
    @FunctionalInterface
    interface Values {
        Values ANY = value -> Optional.empty();

        Optional<String> problem(Object value);
    }

    /** What is wrong with a value that is written down literally; empty when nothing is. */
    Optional<String> problem(Object value) {
        if (!takes(value)) {
            return Optional.of("argument " + name + " is a " + type.getSimpleName() + ", but the value is "
                    + (value == null ? "null" : "a " + value.getClass().getSimpleName()));
        }
        return values.problem(value);
    }

    private boolean takes(Object value) {
        if (value == null) {
            return !type.isPrimitive();
        }
        if (type == boolean.class) {
            return value instanceof Boolean;
        }
        if (type == int.class || type == long.class) {
            return value instanceof Integer;
        }
        if (type == double.class) {
            return value instanceof Number;
        }
        return type.isInstance(value);
    }
}
