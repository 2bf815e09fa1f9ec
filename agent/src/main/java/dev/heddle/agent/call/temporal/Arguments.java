package dev.heddle.agent.call.temporal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Where a call's arguments lie in its source, and how others take their place. The application's own array is never
 * written: who passes it may use it again.
 */
public sealed interface Arguments {
    /** A copy to look at and to write. */
    Object[] copy(SdkMethod method, Object source);

    /** The source to go on with. */
    Object replace(SdkMethod method, Object source, Object[] arguments);

    /** Refuses arguments that cannot take the place of these. */
    default void check(SdkMethod method, Object source, Object[] arguments) {}

    private static boolean same(Object[] left, Object[] right) {
        if (left.length != right.length) {
            return false;
        }
        for (int i = 0; i < left.length; i++) {
            if (left[i] != right[i]) {
                return false;
            }
        }
        return true;
    }

    private static void checkCount(SdkMethod method, int expected, Object[] arguments) {
        if (arguments.length != expected) {
            throw new IllegalArgumentException(
                    method.name() + " takes " + expected + " arguments, not " + arguments.length);
        }
    }

    /** The parameters of the SDK's method themselves. */
    record Parameters(List<Class<?>> types) implements Arguments {
        @Override
        public Object[] copy(SdkMethod method, Object source) {
            return ((Object[]) source).clone();
        }

        @Override
        public Object replace(SdkMethod method, Object source, Object[] arguments) {
            return TypeCheck.all(types, arguments) ? arguments : source;
        }

        @Override
        public void check(SdkMethod method, Object source, Object[] arguments) {
            checkCount(method, types.size(), arguments);
        }
    }

    /** The one parameter of the SDK's method, which needs no array on its way. */
    record Parameter(Class<?> type) implements Arguments {
        @Override
        public Object[] copy(SdkMethod method, Object source) {
            return new Object[] {source};
        }

        @Override
        public Object replace(SdkMethod method, Object source, Object[] arguments) {
            return TypeCheck.one(type, arguments[0]) ? arguments[0] : source;
        }

        @Override
        public void check(SdkMethod method, Object source, Object[] arguments) {
            checkCount(method, 1, arguments);
        }
    }

    /** One component of the input: an array, a list or the one argument itself. */
    record Component(int index) implements Arguments {
        @Override
        public Object[] copy(SdkMethod method, Object source) {
            Object value = method.input().take(source)[index];
            if (value instanceof Object[] array) {
                return array.clone();
            }
            return value instanceof List<?> list ? list.toArray() : new Object[] {value};
        }

        @Override
        public Object replace(SdkMethod method, Object source, Object[] arguments) {
            Object[] components = method.input().take(source);
            Object before = components[index];
            if (before instanceof Object[] array) {
                if (same(array, arguments)) {
                    return source;
                }
                components[index] = arguments.clone();
            } else if (before instanceof List<?> list) {
                components[index] = Collections.unmodifiableList(Arrays.asList(arguments.clone()));
            } else if (before == arguments[0]) {
                return source;
            } else {
                components[index] = arguments[0];
            }
            Class<?> type = method.input().components().get(index).type();
            return TypeCheck.one(type, components[index]) ? method.input().make(components) : source;
        }

        @Override
        public void check(SdkMethod method, Object source, Object[] arguments) {
            Object value = method.input().take(source)[index];
            if (!(value instanceof Object[]) && !(value instanceof List<?>)) {
                checkCount(method, 1, arguments);
            }
        }
    }

    /** All components of an input that has no arguments of the application's. */
    record Components() implements Arguments {
        @Override
        public Object[] copy(SdkMethod method, Object source) {
            return method.input().take(source);
        }

        @Override
        public Object replace(SdkMethod method, Object source, Object[] arguments) {
            List<Class<?>> types = new ArrayList<>();
            for (Accessors.Component component : method.input().components()) {
                types.add(component.type());
            }
            boolean changed = !same(method.input().take(source), arguments);
            return changed && TypeCheck.all(types, arguments) ? method.input().make(arguments) : source;
        }

        @Override
        public void check(SdkMethod method, Object source, Object[] arguments) {
            checkCount(method, method.input().components().size(), arguments);
        }
    }

    /** A component of a component: the update's arguments in the input of an update with start. */
    record Nested(int outer, Accessors accessors, int inner) implements Arguments {
        @Override
        public Object[] copy(SdkMethod method, Object source) {
            return own(method.input().take(source, outer)).clone();
        }

        @Override
        public Object replace(SdkMethod method, Object source, Object[] arguments) {
            Object[] components = method.input().take(source);
            if (same(own(components[outer]), arguments)) {
                return source;
            }
            Object[] innerComponents = accessors.take(components[outer]);
            innerComponents[inner] = arguments.clone();
            components[outer] = accessors.make(innerComponents);
            return method.input().make(components);
        }

        private Object[] own(Object component) {
            return (Object[]) accessors.take(component, inner);
        }
    }
}
