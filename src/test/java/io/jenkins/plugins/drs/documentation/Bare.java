package io.jenkins.plugins.drs.documentation;

import java.lang.reflect.Constructor;

/** Makes objects as deserialization does, without their constructors, which may need more of Jenkins than there is. */
final class Bare {
    private Bare() {}

    static Object instance(Class<?> type) {
        try {
            Class<?> factories = Class.forName("sun.reflect.ReflectionFactory");
            Object factory = factories.getMethod("getReflectionFactory").invoke(null);
            Constructor<?> constructor = (Constructor<?>) factories
                    .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                    .invoke(factory, type, Object.class.getDeclaredConstructor());
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }
}
