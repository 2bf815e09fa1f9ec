package dev.heddle.agent.call.temporal;

import dev.heddle.agent.log.AgentLog;
import java.lang.invoke.MethodType;
import java.util.List;

/** Keeps a value of the wrong type from reaching the SDK, where it would look like the application's fault. */
final class TypeCheck {
    private TypeCheck() {}

    static boolean all(List<Class<?>> types, Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!one(types.get(i), values[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a variable of a type, primitive or not, can hold a value. */
    static boolean fits(Class<?> type, Object value) {
        return value == null
                ? !type.isPrimitive()
                : MethodType.methodType(type).wrap().returnType().isInstance(value);
    }

    static boolean one(Class<?> type, Object value) {
        if (fits(type, value)) {
            return true;
        }
        AgentLog.error(
                "an interceptor put a {} in the place of a {}: the call goes on with the application's own",
                value == null ? "null" : value.getClass().getName(),
                type.getName());
        return false;
    }
}
