package dev.heddle.agent.call.dropin;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * Whether a class that was compiled for one version of a library has all methods that another version calls. Asked each
 * time that a workflow is loaded, of the same few classes. Thread-safe.
 */
final class CompleteClass {
    private final ClassValue<Class<?>[]> complete = new ClassValue<>() {
        @Override
        protected Class<?>[] computeValue(Class<?> type) {
            return new Class<?>[1];
        }
    };

    /**
     * Makes sure of it.
     *
     * @throws AbstractMethodError as the call of a method would that it has not, with its name
     */
    void require(Class<?> type, Class<?> face) {
        Class<?>[] known = complete.get(type);
        if (known[0] == face) {
            return;
        }
        for (Method method : face.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && isMissing(method, type)) {
                throw new AbstractMethodError(type.getName() + " was compiled for another version of " + face.getName()
                        + " and has no method " + method.getName());
            }
        }
        known[0] = face;
    }

    private static boolean isMissing(Method method, Class<?> type) {
        try {
            return Modifier.isAbstract(
                    type.getMethod(method.getName(), method.getParameterTypes()).getModifiers());
        } catch (NoSuchMethodException notEvenAbstract) {
            return true;
        }
    }
}
