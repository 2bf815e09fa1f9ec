package acme.library;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Calls what it is told to. */
public final class Reflection {
    private Reflection() {}

    /** A static method without arguments. */
    public static Object call(String className, String method) throws ReflectiveOperationException {
        return Class.forName(className).getMethod(method).invoke(null);
    }

    /** A static method. */
    public static Object call(Class<?> owner, String method, Class<?> type, Object argument)
            throws ReflectiveOperationException {
        return owner.getMethod(method, type).invoke(null, argument);
    }

    /** A method. */
    public static Object call(Object target, String method) throws ReflectiveOperationException {
        Method found = target.getClass().getMethod(method);
        return found.invoke(target);
    }

    /** A method of an interface. */
    public static Object call(Class<?> type, String method, Object target) throws ReflectiveOperationException {
        return type.getMethod(method).invoke(target);
    }

    /** Sets a field. */
    public static void set(Object target, String field, Object value) throws ReflectiveOperationException {
        Field found = target.getClass().getDeclaredField(field);
        found.setAccessible(true);
        found.set(target, value);
    }

    /** A constructor without arguments. */
    public static Object make(String className) throws ReflectiveOperationException {
        return Class.forName(className).getConstructor().newInstance();
    }

    /** A static method without arguments. */
    public static MethodHandle handle(Class<?> owner, String method, Class<?> result)
            throws ReflectiveOperationException {
        return MethodHandles.lookup().findStatic(owner, method, MethodType.methodType(result));
    }
}
