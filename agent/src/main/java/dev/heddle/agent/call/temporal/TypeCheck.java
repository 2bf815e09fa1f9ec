package dev.heddle.agent.call.temporal;

import java.lang.invoke.MethodType;

/** Keeps a value of the wrong type from reaching the SDK, where it would look like the application's fault. */
final class TypeCheck {
    private TypeCheck() {}

    /** Whether a variable of a type, primitive or not, can hold a value. */
    static boolean fits(Class<?> type, Object value) {
        return value == null
                ? !type.isPrimitive()
                : MethodType.methodType(type).wrap().returnType().isInstance(value);
    }
}
