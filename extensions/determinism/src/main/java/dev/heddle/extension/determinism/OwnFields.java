package dev.heddle.extension.determinism;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** The fields of classes of the application's, and of libraries that are looked at. Thread-safe. */
final class OwnFields {
    private final Libraries libraries;

    private final ClassValue<List<Field>> fields = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return fields(type);
        }
    };

    OwnFields(Libraries libraries) {
        this.libraries = libraries;
    }

    /** Whether a class is the application's; what stands in for an activity is not. */
    boolean isOwn(Class<?> type) {
        return !type.isArray()
                && !type.isEnum()
                && !Proxy.isProxyClass(type)
                && !Thread.class.isAssignableFrom(type)
                && !ClassLoader.class.isAssignableFrom(type)
                && isOwn(type.getName());
    }

    /** Whether a class is, by its name. */
    boolean isOwn(String className) {
        return !className.startsWith("jdk.")
                && !className.startsWith("com.sun.proxy.")
                && libraries.reason(className) == null;
    }

    /** Those that its objects have and that can be read. */
    List<Field> of(Class<?> type) {
        return fields.get(type);
    }

    private List<Field> fields(Class<?> type) {
        List<Field> found = new ArrayList<>();
        for (Class<?> each = type; each != null && isOwn(each); each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                // Those of tools begin with a dollar.
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.getName().startsWith("$")
                        && field.trySetAccessible()) {
                    found.add(field);
                }
            }
        }
        return List.copyOf(found);
    }

    /** What an accessible field holds. */
    static Object read(Field field, Object holder) {
        try {
            return field.get(holder);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
