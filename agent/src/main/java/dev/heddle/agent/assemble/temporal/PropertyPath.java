package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Property;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** The getters from an object of a class to one of its properties, as the SDK's version has them. */
record PropertyPath(List<Step> steps) {

    /**
     * One getter.
     *
     * @param owner the class it is called on, to which a value of another is not let through
     */
    record Step(Class<?> owner, Method getter) {}

    /** The first of the property's candidates that the class has, or {@code null}. */
    static PropertyPath find(Class<?> type, Property property, ClassLoader sdk) {
        for (String candidate : property.paths()) {
            List<Step> steps = steps(type, candidate, sdk);
            if (steps != null) {
                return new PropertyPath(steps);
            }
        }
        return null;
    }

    private static List<Step> steps(Class<?> type, String candidate, ClassLoader sdk) {
        List<Step> steps = new ArrayList<>();
        Class<?> owner = type;
        for (String rest = candidate; !rest.isEmpty(); ) {
            int end = nameEnd(rest);
            Method getter = getter(owner, rest.substring(0, end));
            if (getter == null) {
                return null;
            }
            steps.add(new Step(owner, getter));
            owner = getter.getReturnType();
            rest = rest.substring(end);
            if (rest.startsWith(":")) {
                int slash = rest.indexOf('/');
                owner = classOf(rest.substring(1, slash), sdk);
                rest = rest.substring(slash);
            }
            rest = rest.isEmpty() ? rest : rest.substring(1);
        }
        return steps;
    }

    private static int nameEnd(String path) {
        int at = 0;
        while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != ':') {
            at++;
        }
        return at;
    }

    private static Class<?> classOf(String name, ClassLoader sdk) {
        try {
            return Class.forName(name, false, sdk);
        } catch (ClassNotFoundException notInThisVersion) {
            return Void.class;
        }
    }

    /** The public getter of a property, or {@code null}. */
    static Method getter(Class<?> owner, String property) {
        String suffix = Character.toUpperCase(property.charAt(0)) + property.substring(1);
        for (String prefix : new String[] {"get", "is"}) {
            try {
                Method method = owner.getMethod(prefix + suffix);
                if (!Modifier.isStatic(method.getModifiers())) {
                    return method;
                }
            } catch (NoSuchMethodException tryTheOther) {
                // A class without the getter does not have the property.
            }
        }
        return null;
    }
}
