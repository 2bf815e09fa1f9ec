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

    /** Refuses arguments of another number or of other types. */
    static void check(SdkMethod method, List<Class<?>> types, Object... arguments) {
        if (arguments.length != types.size()) {
            throw new IllegalArgumentException(
                    method.chain().operation() + " takes " + types.size() + " arguments, not " + arguments.length);
        }
        for (int i = 0; i < arguments.length; i++) {
            if (!TypeCheck.fits(types.get(i), arguments[i])) {
                throw new IllegalArgumentException(method.chain().operation() + " takes a "
                        + types.get(i).getName() + " as argument " + i + ", not "
                        + (arguments[i] == null
                                ? null
                                : "a " + arguments[i].getClass().getName()));
            }
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
            return arguments;
        }

        @Override
        public void check(SdkMethod method, Object source, Object[] arguments) {
            Arguments.check(method, types, arguments);
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
            return arguments[0];
        }

        @Override
        public void check(SdkMethod method, Object source, Object[] arguments) {
            Arguments.check(method, List.of(type), arguments);
        }
    }

    /** One component of the input: an array, a list or the one argument itself. No array at all is an empty one. */
    record Component(int index) implements Arguments {
        @Override
        public Object[] copy(SdkMethod method, Object source) {
            Object value = method.input().take(source, index);
            if (value instanceof Object[] array) {
                return array.clone();
            }
            if (value instanceof List<?> list) {
                return list.toArray();
            }
            return isMany(method) ? new Object[0] : new Object[] {value};
        }

        @Override
        public Object replace(SdkMethod method, Object source, Object[] arguments) {
            if (same(copy(method, source), arguments)) {
                return source;
            }
            Object[] components = method.input().take(source);
            if (!isMany(method)) {
                components[index] = arguments[0];
            } else if (type(method) == List.class) {
                components[index] = Collections.unmodifiableList(Arrays.asList(arguments.clone()));
            } else {
                components[index] = arguments.clone();
            }
            return method.input().make(components);
        }

        @Override
        public void check(SdkMethod method, Object source, Object[] arguments) {
            if (!isMany(method)) {
                Arguments.check(method, List.of(type(method)), arguments);
            }
        }

        private Class<?> type(SdkMethod method) {
            return method.input().components().get(index).type();
        }

        /** Whether it holds all arguments, and is not the only one. */
        private boolean isMany(SdkMethod method) {
            return type(method) == Object[].class || type(method) == List.class;
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
            return same(method.input().take(source), arguments)
                    ? source
                    : method.input().make(arguments);
        }

        @Override
        public void check(SdkMethod method, Object source, Object[] arguments) {
            List<Class<?>> types = new ArrayList<>();
            for (Accessors.Component component : method.input().components()) {
                types.add(component.type());
            }
            Arguments.check(method, types, arguments);
        }
    }

    /** A component of a component: the update's arguments in the input of an update with start. */
    record Nested(int outer, Accessors accessors, int inner) implements Arguments {
        @Override
        public Object[] copy(SdkMethod method, Object source) {
            Object[] own = (Object[]) accessors.take(method.input().take(source, outer), inner);
            return own == null ? new Object[0] : own.clone();
        }

        @Override
        public Object replace(SdkMethod method, Object source, Object[] arguments) {
            if (same(copy(method, source), arguments)) {
                return source;
            }
            Object[] components = method.input().take(source);
            Object[] innerComponents = accessors.take(components[outer]);
            innerComponents[inner] = arguments.clone();
            components[outer] = accessors.make(innerComponents);
            return method.input().make(components);
        }
    }
}
