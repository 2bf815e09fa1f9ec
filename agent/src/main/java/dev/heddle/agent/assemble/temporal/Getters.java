package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Property;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The public getters of the classes of one SDK. Each class is looked through once, since most of what is asked for is
 * not there, and to be told so by an exception takes long. Used under the lock of its {@link AdapterFactory}.
 */
final class Getters {
    private static final String[] PREFIXES = {"get", "is"};

    private final ClassLoader sdk;
    private final Map<Class<?>, Map<String, Method>> known = new HashMap<>();

    Getters(ClassLoader sdk) {
        this.sdk = sdk;
    }

    /** The getter of a property, or {@code null}. */
    Method of(Class<?> owner, String property) {
        return byProperty(owner).get(property);
    }

    /** All getters of a class. */
    Collection<Method> of(Class<?> owner) {
        return byProperty(owner).values();
    }

    /** The getters of the first of a property's candidates that the class has, or {@code null}. */
    PropertyPath path(Class<?> type, Property property) {
        for (String[] candidate : property.paths()) {
            List<PropertyPath.Step> steps = steps(type, candidate);
            if (steps != null) {
                return new PropertyPath(steps);
            }
        }
        return null;
    }

    private List<PropertyPath.Step> steps(Class<?> type, String[] candidate) {
        List<PropertyPath.Step> steps = null;
        Class<?> owner = type;
        for (String step : candidate) {
            int colon = step.indexOf(':');
            Method getter = of(owner, colon < 0 ? step : step.substring(0, colon));
            if (getter == null) {
                return null;
            }
            if (steps == null) {
                steps = new ArrayList<>();
            }
            steps.add(new PropertyPath.Step(owner, getter));
            owner = colon < 0 ? getter.getReturnType() : classOf(step.substring(colon + 1));
        }
        return steps;
    }

    private Class<?> classOf(String internalName) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, sdk);
        } catch (ClassNotFoundException notInThisVersion) {
            return Void.class;
        }
    }

    private Map<String, Method> byProperty(Class<?> owner) {
        Map<String, Method> getters = known.get(owner);
        if (getters == null) {
            getters = read(owner);
            known.put(owner, getters);
        }
        return getters;
    }

    private static Map<String, Method> read(Class<?> owner) {
        Method[] methods = owner.getMethods();
        Map<String, Method> getters = new HashMap<>();
        for (String prefix : PREFIXES) {
            for (Method method : methods) {
                String name = method.getName();
                if (name.length() > prefix.length()
                        && name.startsWith(prefix)
                        && method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())) {
                    String property =
                            Character.toLowerCase(name.charAt(prefix.length())) + name.substring(prefix.length() + 1);
                    Method other = getters.get(property);
                    if (other == null || narrows(method, other)) {
                        getters.put(property, method);
                    }
                }
            }
        }
        return getters;
    }

    /** Whether it is the same method with a narrower type than it has in a supertype. */
    private static boolean narrows(Method method, Method other) {
        return method.getName().equals(other.getName())
                && other.getReturnType().isAssignableFrom(method.getReturnType());
    }
}
