package dev.heddle.agent.assemble.temporal;

import dev.heddle.api.Config;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Options of the SDK as a plugin sees them: a builder that begins with what there is, which stays as it was. */
class BuilderConfig implements Config {
    private static final List<String> BUILDS = List.of("validateAndBuildWithDefaults", "build");

    private final Class<?> type;
    private final Object builder;
    private Object options;
    private boolean changed;

    BuilderConfig(Object options) {
        this.type = options.getClass();
        this.options = options;
        this.builder = builder(options);
    }

    private static Object builder(Object options) {
        Class<?> type = options.getClass();
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers())
                    && method.getName().equals("newBuilder")
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0].isInstance(options)) {
                return call(method, null, options);
            }
        }
        throw new IllegalStateException("this version of Temporal's SDK has no builder of " + type.getName());
    }

    /** What has come of it; what there was if nothing has changed. */
    final Object built() {
        if (changed) {
            options = call(build(), builder);
            changed = false;
        }
        return options;
    }

    private Method build() {
        for (String name : BUILDS) {
            Method method = find(builder.getClass(), name, 0);
            if (method != null) {
                return method;
            }
        }
        throw new IllegalStateException("this version of Temporal's SDK has another builder of " + type.getName());
    }

    @Override
    public boolean has(String option) {
        return find(builder.getClass(), setter(option), 1) != null;
    }

    @Override
    public Object get(String option) {
        String suffix = setter(option).substring("set".length());
        for (String prefix : new String[] {"get", "is"}) {
            Method getter = find(type, prefix + suffix, 0);
            if (getter != null) {
                return call(getter, built());
            }
        }
        throw unknown(option);
    }

    @Override
    public Config set(String option, Object value) {
        List<Method> setters = methods(builder.getClass(), setter(option), 1);
        for (Method method : setters) {
            Class<?> wanted = method.getParameterTypes()[0];
            Object fitted = OptionValue.fit(value, wanted);
            if (fitted != null || value == null && !wanted.isPrimitive()) {
                call(method, builder, fitted);
                changed = true;
                return this;
            }
        }
        if (setters.isEmpty()) {
            throw unknown(option);
        }
        throw new IllegalArgumentException("the option " + option + " of " + type.getSimpleName() + " takes no "
                + (value == null ? "null" : value.getClass().getName()));
    }

    private static String setter(String option) {
        return "set" + Character.toUpperCase(option.charAt(0)) + option.substring(1);
    }

    private IllegalArgumentException unknown(String option) {
        TreeSet<String> known = new TreeSet<>();
        for (Method method : builder.getClass().getMethods()) {
            String name = method.getName();
            if (name.startsWith("set") && name.length() > 3 && method.getParameterCount() == 1) {
                known.add(Character.toLowerCase(name.charAt(3)) + name.substring(4));
            }
        }
        return new IllegalArgumentException("this version of Temporal's SDK has no option " + option + " in "
                + type.getSimpleName() + "; it has " + String.join(", ", known));
    }

    @Override
    public <T> T unwrap(Class<T> wanted) {
        if (!wanted.isInstance(builder)) {
            return null;
        }
        changed = true;
        return wanted.cast(builder);
    }

    static Method find(Class<?> type, String name, int parameters) {
        List<Method> found = methods(type, name, parameters);
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * The methods of an object that have this name. Bridges count where there are no others: the compiler makes one in
     * a public class for each method of a superclass that is not public, as that of the stubs' options was from the
     * SDK's 1.9 to 1.18.
     */
    private static List<Method> methods(Class<?> type, String name, int parameters) {
        List<Method> all = Stream.of(type.getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == parameters
                        && !Modifier.isStatic(method.getModifiers()))
                .toList();
        List<Method> written = all.stream().filter(method -> !method.isBridge()).toList();
        return written.isEmpty() ? all : written;
    }

    /** Calls a method of the SDK; what it throws is its caller's. */
    static Object call(Method method, Object target, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException || thrown.getCause() instanceof Error) {
                throw BuilderConfig.<RuntimeException>asItIs(thrown.getCause());
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
