package sample.options;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;

/** Prints the public getters of an object, by what does not change from one JVM to the next. */
final class Getters {
    private final Object object;

    Getters(Object object) {
        this.object = object;
    }

    void print(String name) throws IllegalAccessException {
        Method[] methods = object.getClass().getMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            if (method.getName().matches("(get|is)[A-Z].*")
                    && method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() != Object.class) {
                System.out.println("read " + name + " " + method.getName() + ": " + read(method));
            }
        }
        System.out.println("read " + name + " equals itself: " + object.equals(object) + ", " + hash());
    }

    private String hash() {
        return object.hashCode() == object.hashCode() ? "with one hash" : "with two hashes";
    }

    private String read(Method getter) throws IllegalAccessException {
        try {
            getter.setAccessible(true);
            Object value = getter.invoke(object);
            return describe(value) + (equal(value, getter.invoke(object)) ? "" : ", another the next time");
        } catch (InvocationTargetException failure) {
            return "throws " + failure.getCause().getClass().getName();
        }
    }

    private static boolean equal(Object first, Object second) {
        return first instanceof Object[]
                ? Arrays.equals((Object[]) first, (Object[]) second)
                : Objects.equals(first, second);
    }

    private static String describe(Object value) {
        if (value == null) {
            return "null";
        }
        if (value.getClass().isArray()) {
            StringBuilder text = new StringBuilder(value.getClass().getSimpleName());
            for (int i = 0; i < Array.getLength(value); i++) {
                text.append(' ').append(describe(Array.get(value, i)));
            }
            return text.toString();
        }
        if (value instanceof Collection) {
            StringBuilder text = new StringBuilder("collection");
            ((Collection<?>) value).forEach(element -> text.append(' ').append(describe(element)));
            return text.toString();
        }
        return value.getClass().getName().replaceAll("\\$\\$Lambda.*", "").replaceAll(".*\\$Proxy.*", "proxy");
    }
}
