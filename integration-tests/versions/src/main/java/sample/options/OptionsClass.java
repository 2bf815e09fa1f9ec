package sample.options;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;

/** A class of options of the SDK, and an instance with one interceptor of the application's where it can have any. */
final class OptionsClass {
    private final Class<?> type;
    private final Object options;

    private OptionsClass(Class<?> type, Object options) {
        this.type = type;
        this.options = options;
    }

    /** The class of a name, or {@code null} if this SDK has none that can be made. */
    static OptionsClass of(String name) throws ReflectiveOperationException {
        try {
            Class<?> type = Class.forName(name);
            Method newBuilder = type.getMethod("newBuilder");
            return Modifier.isStatic(newBuilder.getModifiers())
                    ? new OptionsClass(type, build(intercepted(newBuilder.invoke(null))))
                    : null;
        } catch (ClassNotFoundException | NoSuchMethodException | InvocationTargetException notInThisVersion) {
            return null;
        }
    }

    private static Object build(Object builder) throws ReflectiveOperationException {
        try {
            return builder.getClass().getMethod("validateAndBuildWithDefaults").invoke(builder);
        } catch (NoSuchMethodException withoutDefaults) {
            return builder.getClass().getMethod("build").invoke(builder);
        }
    }

    /** Adds an interceptor, which answers to each call with nothing or with what it got. */
    private static Object intercepted(Object builder) throws ReflectiveOperationException {
        for (Method method : builder.getClass().getMethods()) {
            if (method.getName().matches("set(Worker)?Interceptors") && Modifier.isPublic(method.getModifiers())) {
                Class<?> parameter = method.getParameterTypes()[0];
                if (parameter.isArray()) {
                    Object array = Array.newInstance(parameter.getComponentType(), 1);
                    Array.set(array, 0, interceptor(parameter.getComponentType()));
                    method.invoke(builder, array);
                } else {
                    ParameterizedType list = (ParameterizedType) method.getGenericParameterTypes()[0];
                    List<?> one = Collections.singletonList(interceptor((Class<?>) list.getActualTypeArguments()[0]));
                    method.invoke(builder, one);
                }
            }
        }
        return builder;
    }

    private static Object interceptor(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, OptionsClass::answer);
    }

    private static Object answer(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("equals")) {
            return proxy == arguments[0];
        }
        if (method.getName().equals("hashCode")) {
            return System.identityHashCode(proxy);
        }
        return arguments == null || method.getReturnType() == void.class ? null : arguments[arguments.length - 1];
    }

    /** Has the class of that name make an instance with these options. */
    Object make(String maker, Object of) throws ReflectiveOperationException {
        for (Method method : Class.forName(maker).getMethods()) {
            if (method.getName().equals("newInstance")
                    && method.getParameterCount() == 2
                    && method.getParameterTypes()[1] == type) {
                return method.invoke(null, of, options);
            }
        }
        throw new NoSuchMethodException(maker);
    }

    /** Prints what its getters say, those of the default instance and of a copy too. */
    void print(String when) throws ReflectiveOperationException {
        String name = type.getSimpleName() + ' ' + when;
        new Getters(options).print(name);
        try {
            new Getters(type.getMethod("getDefaultInstance").invoke(null)).print(name + " by default");
        } catch (NoSuchMethodException noDefault) {
            // Then there is nothing to compare.
        }
        try {
            Object copy = type.getMethod("newBuilder", type).invoke(null, options);
            new Getters(copy.getClass().getMethod("build").invoke(copy)).print(name + " copied");
        } catch (NoSuchMethodException noCopy) {
            // As above.
        }
    }
}
